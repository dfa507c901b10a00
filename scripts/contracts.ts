import { writeFileSync } from 'node:fs'
import { compileContract, generatedModule, OWN_CONTRACTS } from './compileContract'

/** `npm run contracts`: compiles our own contracts, and writes their ABIs and bytecode where they are imported. */
for (const own of OWN_CONTRACTS) writeFileSync(own.file, generatedModule(own, compileContract(own)))
