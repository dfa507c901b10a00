import { edition } from 'virtual:brand'
import type { Brand } from './brand'

/** The edition this build is: `VITE_BRAND` chose its file. */
export const currentBrand: Brand = edition
