import { writeFileSync } from 'node:fs'
import { compileLens, generatedLens, LENS_FILE } from './compileLens'

/** `npm run lens`: compiles the lens, and writes its ABI and bytecode where the app imports them. */
writeFileSync(LENS_FILE, generatedLens(compileLens()))
