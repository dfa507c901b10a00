import {
  type Address,
  type Client,
  createClient,
  custom,
  getContractAddress,
  numberToHex,
  pad,
} from 'viem'
import { afterEach, expect, it, vi } from 'vitest'
import { MAX_NONCES_BACK } from '../../protocol/bounds'
import { runFlow } from '../runFlow'
import { FakeBrowser } from '../testing/fakeBrowser'
import { FakeNetwork } from '../testing/fakeNetwork'
import {
  SAMPLE_CONTRACTS,
  SAMPLE_INTENTS,
  sampleContracts,
  sampleFlow,
} from '../testing/sampleKinds'
import { ownWrapperProblem } from './ownWrapperProblem'

const ACCOUNT: Address = '0x00000000000000000000000000000000000000a4'
const STRANGER: Address = '0x00000000000000000000000000000000000000e1'
const HASH = `0x${'1'.repeat(64)}` as const
const NEXT = 20_000
const { feed } = SAMPLE_INTENTS.create

const madeAt = (nonce: number) => getContractAddress({ from: ACCOUNT, nonce: BigInt(nonce) })
const OWN = madeAt(NEXT - 3)

/** A node on which every wrapper reads what it is said to read. */
function nodeWith(inputs: Readonly<Record<Address, Address>>): Client {
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === 'eth_getTransactionCount') return numberToHex(NEXT)
    const [{ to }] = params as [{ to: Address }]
    const input = inputs[to]
    if (input === undefined) throw new Error(`nothing at ${to}`)
    return pad(input)
  }
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

type Named = Parameters<typeof ownWrapperProblem>[1]

function problemWith(part: Partial<Named>, inputs: Readonly<Record<Address, Address>>) {
  const named = { feed, ethPrice: { wrapper: STRANGER }, created: {}, ...part }
  return ownWrapperProblem(nodeWith(inputs), named, ACCOUNT)
}

it('a market is built on nothing yet, or on what its account has created for its feed', async () => {
  expect(await problemWith({}, {})).toBeUndefined()
  expect(await problemWith({ created: { deploySpot: OWN } }, { [OWN]: feed })).toBeUndefined()
  const sma = madeAt(NEXT - 2)
  const created = { deploySpot: OWN, deploySma: sma }
  expect(await problemWith({ created }, { [OWN]: feed, [sma]: OWN })).toBeUndefined()
})

it.each<[what: string, part: Partial<Named>, inputs: Readonly<Record<Address, Address>>]>([
  ['a stranger’s contract', { created: { deploySpot: STRANGER } }, { [STRANGER]: feed }],
  ['one of another feed', { created: { deploySpot: OWN } }, { [OWN]: STRANGER }],
  ['an average of another wrapper', { created: { deploySma: OWN } }, { [OWN]: STRANGER }],
  ['a price of ETH that it does not ask for', { created: { deployEth: OWN } }, { [OWN]: feed }],
  [
    'a contract from long ago',
    { created: { deploySpot: madeAt(NEXT - MAX_NONCES_BACK - 1) } },
    { [madeAt(NEXT - MAX_NONCES_BACK - 1)]: feed },
  ],
])('it is not built on %s', async (_, part, inputs) => {
  expect(await problemWith(part, inputs)).toMatchObject({ code: 'NOT_OWN' })
})

afterEach(() => vi.unstubAllGlobals())

it('a flow that someone else has written asks for nothing', async () => {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
  const network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
  const browser = new FakeBrowser(network, SAMPLE_CONTRACTS)
  const tab = await browser.open()
  const flow = sampleFlow('create', ACCOUNT)
  const [first, ...others] = flow.steps
  if (first === undefined) throw new Error('no steps')
  const done = { ...first, status: { at: 'done', hash: HASH }, hashes: [HASH] } as const
  const intent = { ...SAMPLE_INTENTS.create, created: { deploySpot: STRANGER } }
  tab.store.add({ ...flow, intent, steps: [done, ...others] })
  await runFlow(tab, 'flow')
  expect(tab.store.find('flow')?.steps[1]?.status).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
  expect(browser.requestCount).toBe(0)
})
