import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Anvil, startAnvil } from '../../devnet/anvil'
import { loadArtifact } from '../../devnet/artifacts'
import { deploy } from '../../verify/deploy'
import { compareFunction } from '../../verify/libraryDifferential'
import { LIBRARY_FUNCTIONS } from '../../verify/libraryFunctions'
import { Random, seedFromEnvironment } from '../../verify/random'
import { Rpc } from '../../verify/rpc'

const CASES = Number(process.env.VERIFY_CASES ?? 1_000)
const seed = seedFromEnvironment()

describe(`PoolSwapLibrary against its bytecode, VERIFY_SEED=${seed}`, () => {
  let anvil: Anvil
  let library: string
  let rpc: Rpc

  beforeAll(async () => {
    console.info(`VERIFY_SEED=${seed} VERIFY_CASES=${CASES}`)
    anvil = await startAnvil({ chainId: 31337 })
    rpc = new Rpc(anvil.rpcUrl)
    const [from] = await rpc.send<[`0x${string}`]>('eth_accounts')
    library = await deploy(rpc, from, loadArtifact('PoolSwapLibrary'))
  })

  afterAll(() => anvil?.stop())

  it('mirrors every function of the library', () => {
    const abi = loadArtifact('PoolSwapLibrary').abi
    const names = abi.flatMap((item) => (item.type === 'function' ? [item.name] : []))
    const constants = ['MAX_DECIMALS', 'ONE', 'WAD_PRECISION']
    const mirrored = LIBRARY_FUNCTIONS.map((fn) => fn.name)
    expect([...mirrored, ...constants].sort()).toEqual([...names].sort())
  })

  it.each(LIBRARY_FUNCTIONS)('$name', { timeout: 120_000 }, async (fn) => {
    const result = await compareFunction(rpc, library, fn, CASES, new Random(seed))
    expect(result.mismatches.slice(0, 5)).toEqual([])
    expect(result.reverts).toBeLessThan(CASES)
  })
})
