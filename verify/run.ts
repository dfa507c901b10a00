import { spawnSync } from 'node:child_process'
import { startAnvil } from '../devnet/anvil'
import { loadArtifact } from '../devnet/artifacts'
import { deploy } from './deploy'
import { compareFunction } from './libraryDifferential'
import { LIBRARY_FUNCTIONS } from './libraryFunctions'
import { Random, seedFromEnvironment } from './random'
import { Rpc } from './rpc'
import { runWalks } from './walks'

const HELP = `Compares src/protocol with the contracts' bytecode on a local anvil.

  npm run verify -- [--cases N] [--only function] [--seed S] [--walks N] [--steps N] [--parallel N] [--ledgers N]

  --cases     random calls of each library function (1000; 0 for none)
  --only      this library function only
  --walks     whole random histories (200; 0 for none), of --steps steps each (30)
  --seed      a number; also VERIFY_SEED. Without it a new one, which is printed
  --parallel  chains at once for the histories (2)
  --ledgers   random accounts whose lots, profit and its parts have to add up (20; 0 for none)`

const options = parse(process.argv.slice(2))
if (options === undefined) {
  console.info(HELP)
  process.exitCode = 1
} else {
  console.info(`seed ${options.seed}`)
  const isExact =
    (await verifyLibrary(options)) && (await verifyWalks(options)) && verifyLedgers(options)
  console.info(isExact ? 'exact' : `NOT exact; repeat with --seed ${options.seed}`)
  process.exitCode = isExact ? 0 : 1
}

interface Options {
  readonly cases: number
  readonly only: string | undefined
  readonly walks: number
  readonly steps: number
  readonly seed: number
  readonly parallel: number
  readonly ledgers: number
}

function parse(args: readonly string[]): Options | undefined {
  const values = new Map<string, string>()
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i] ?? '', args[i + 1]]
    if (!/^--(cases|only|walks|steps|seed|parallel|ledgers)$/.test(name) || value === undefined)
      return undefined
    values.set(name.slice(2), value)
  }
  const number = (name: string, standard: number) => Number(values.get(name) ?? standard)
  const only = values.get('only')
  return {
    cases: number('cases', 1_000),
    only,
    walks: number('walks', only === undefined ? 200 : 0),
    steps: number('steps', 30),
    seed: number('seed', seedFromEnvironment()) >>> 0,
    parallel: number('parallel', 2),
    ledgers: number('ledgers', only === undefined ? 20 : 0),
  }
}

async function verifyLibrary({ cases, only, seed }: Options): Promise<boolean> {
  if (cases === 0) return true
  const functions = LIBRARY_FUNCTIONS.filter((fn) => only === undefined || fn.name === only)
  if (functions.length === 0) throw new Error(`The library has no function ${only}`)
  const anvil = await startAnvil({ chainId: 31337 })
  try {
    const rpc = new Rpc(anvil.rpcUrl)
    const [from] = await rpc.send<[`0x${string}`]>('eth_accounts')
    const library = await deploy(rpc, from, loadArtifact('PoolSwapLibrary'))
    let isExact = true
    for (const fn of functions) {
      const result = await compareFunction(rpc, library, fn, cases, new Random(seed))
      const differ = result.mismatches.length
      console.info(`${fn.name}: ${cases} cases, ${result.reverts} revert, ${differ} differ`)
      for (const mismatch of result.mismatches.slice(0, 3)) console.info(mismatch)
      isExact &&= differ === 0
    }
    return isExact
  } finally {
    await anvil.stop()
  }
}

async function verifyWalks({ walks, steps, seed, parallel }: Options): Promise<boolean> {
  if (walks === 0) return true
  const started = Date.now()
  const { failures, counts } = await runWalks({ walks, steps, seed, parallel })
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.info(`${walks} histories of ${steps} steps in ${seconds} s, ${failures.length} differ`)
  console.info(Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a)))
  for (const failure of failures) console.info(failure)
  return failures.length === 0
}

/** Random lives with swaps, stakes and liquidity: the test of the same name, with more of them. */
function verifyLedgers({ ledgers, seed }: Options): boolean {
  if (ledgers === 0) return true
  const test = 'src/features/profit/profitOutside.devnet.test.ts'
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'devnet', test], {
    env: { ...process.env, VERIFY_LEDGERS: String(ledgers), VERIFY_SEED: String(seed) },
    stdio: 'inherit',
  })
  return status === 0
}
