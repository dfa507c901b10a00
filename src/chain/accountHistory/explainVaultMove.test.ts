import {
  type AbiEvent,
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type Log,
  pad,
  zeroAddress,
} from 'viem'
import { expect, it } from 'vitest'
import { vaultAbi } from '../balancer/balancerAbi'
import { tokenEventAbi } from '../history/eventAbi'
import { explainVaultMove } from './explainVaultMove'

const address = (digit: string): Address => pad(`0x${digit}`, { size: 20 })
const [ME, OTHER, VAULT] = [address('a1'), address('a2'), address('b1')]
const [LONG, USDC, WETH, LP] = [address('c1'), address('c2'), address('c3'), address('d1')]
const ID: Hex = pad('0xd1', { size: 32 })
const LPS = [{ address: LP, id: ID }]

type Event = Pick<Log, 'address' | 'topics' | 'data'>

function event(from: Address, abi: AbiEvent, args: Record<string, unknown>): Event {
  const topics = encodeEventTopics({ abi: [abi], args } as never) as Event['topics']
  const inputs = abi.inputs.filter(({ indexed }) => indexed !== true)
  const values = inputs.map(({ name }) => args[name ?? ''])
  return { address: from, topics, data: encodeAbiParameters(inputs, values as never) }
}

const abiOf = (name: string) =>
  vaultAbi.find((item) => item.type === 'event' && item.name === name) as AbiEvent
const transfer = (token: Address, from: Address, to: Address, value: bigint) =>
  event(token, tokenEventAbi[0], { from, to, value })
const swap = (tokenIn: Address, amountIn: bigint, tokenOut: Address, amountOut: bigint) =>
  event(VAULT, abiOf('Swap'), { poolId: ID, tokenIn, tokenOut, amountIn, amountOut })
const change = (liquidityProvider: Address, tokens: Address[], deltas: bigint[]) =>
  event(VAULT, abiOf('PoolBalanceChanged'), {
    poolId: ID,
    liquidityProvider,
    tokens,
    deltas,
    protocolFeeAmounts: deltas.map(() => 0n),
  })

function explain(...events: readonly Event[]) {
  const logs = events.map((one, logIndex) => ({ ...one, logIndex })) as unknown as Log<
    bigint,
    number,
    false
  >[]
  return explainVaultMove(logs, ME, VAULT, LPS)
}

const PAID = transfer(USDC, ME, VAULT, 100n)
const GOT = transfer(LONG, VAULT, ME, 90n)

it('a swap is what was given and what came, also over a hop and beside other transfers', () => {
  const given = { token: USDC, amount: 100n, logIndex: 1 }
  expect(explain(swap(USDC, 100n, LONG, 90n), PAID, GOT)).toMatchObject({
    kind: 'swap',
    given,
    received: { token: LONG, amount: 90n, logIndex: 2 },
  })
  const hop = [swap(USDC, 100n, WETH, 3n), swap(WETH, 3n, LONG, 90n)]
  expect(explain(...hop, PAID, GOT)).toMatchObject({ kind: 'swap' })
  expect(
    explain(swap(USDC, 100n, LONG, 90n), PAID, GOT, transfer(LONG, ME, OTHER, 90n)),
  ).toMatchObject({ kind: 'swap' })
})

it('a join and an exit name the LP tokens and all that went against them', () => {
  const tokens = [LONG, USDC]
  const put = [transfer(LONG, ME, VAULT, 5n), transfer(USDC, ME, VAULT, 7n)]
  const made = transfer(LP, zeroAddress, ME, 11n)
  expect(explain(made, change(ME, tokens, [5n, 7n]), ...put)).toMatchObject({
    kind: 'join',
    lp: { token: LP, amount: 11n },
    tokens: [{ token: LONG }, { token: USDC }],
  })
  const burned = transfer(LP, ME, zeroAddress, 11n)
  expect(
    explain(burned, change(ME, tokens, [0n, -7n]), transfer(USDC, VAULT, ME, 7n)),
  ).toMatchObject({ kind: 'exit', tokens: [{ token: USDC, amount: 7n }] })
})

it.each([
  ['nothing of the Vault', [PAID, GOT]],
  ['tokens that someone else paid for', [swap(USDC, 100n, LONG, 90n), GOT]],
  ['tokens that went to someone else', [swap(USDC, 100n, LONG, 90n), PAID]],
  ['ETH, which the Vault wraps', [swap(WETH, 1n, LONG, 90n), GOT]],
  [
    'two people’s swaps in one transaction',
    [swap(USDC, 100n, LONG, 90n), swap(USDC, 50n, LONG, 40n), PAID, GOT],
  ],
  ['another amount than the Vault says', [swap(USDC, 100n, LONG, 91n), PAID, GOT]],
  [
    'two swaps of the same tokens, whose transfers cannot be told apart',
    [swap(USDC, 100n, LONG, 90n), PAID, GOT, swap(USDC, 100n, LONG, 90n), PAID, GOT],
  ],
  [
    'LP tokens of someone else’s join',
    [transfer(LP, zeroAddress, ME, 11n), change(OTHER, [LONG], [5n])],
  ],
  [
    'a join whose LP tokens went to someone else',
    [change(ME, [LONG], [5n]), transfer(LONG, ME, VAULT, 5n)],
  ],
  [
    'a swap and a join in one transaction',
    [
      swap(USDC, 100n, LONG, 90n),
      PAID,
      GOT,
      transfer(LP, zeroAddress, ME, 11n),
      change(ME, [WETH], [5n]),
      transfer(WETH, ME, VAULT, 5n),
    ],
  ],
])('%s stays unexplained', (_, events) => {
  expect(explain(...events)).toBeUndefined()
})

it('a Vault’s event from another contract says nothing', () => {
  expect(explain({ ...swap(USDC, 100n, LONG, 90n), address: OTHER }, PAID, GOT)).toBeUndefined()
})
