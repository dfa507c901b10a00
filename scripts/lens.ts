import { writeFileSync } from 'node:fs'
import { compileLens, generatedLens, LENSES } from './compileLens'

/** `npm run lens`: compiles the lenses, and writes their ABIs and bytecode where the app imports them. */
for (const lens of LENSES) writeFileSync(lens.file, generatedLens(lens, compileLens(lens)))
