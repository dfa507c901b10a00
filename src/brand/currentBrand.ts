import type { Brand } from './brand'
import { neutral } from './neutral'

/** The edition this build is. */
export const currentBrand: Brand = neutral
