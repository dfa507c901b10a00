import { spawnSync } from 'node:child_process'

/** Everything that has to hold, in the order in which a failure is cheapest to hear of. */
const STAGES = ['lint', 'typecheck', 'test:unit', 'test:devnet', 'build', 'test:browser']

for (const stage of STAGES) {
  const startedMs = performance.now()
  process.stdout.write(`\n── ${stage}\n`)
  const { status } = spawnSync('npm', ['run', '--silent', stage], { stdio: 'inherit' })
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1)
  if (status !== 0) {
    process.stdout.write(`── ${stage} failed after ${seconds} s\n`)
    process.exit(1)
  }
  process.stdout.write(`── ${stage} ok, ${seconds} s\n`)
}
