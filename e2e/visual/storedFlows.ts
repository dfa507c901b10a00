import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { createFlow } from '../../src/flows/createFlow'
import { createFlowStore, FLOWS_KEY } from '../../src/flows/flowStore'
import type { CommitIntent } from '../../src/flows/kinds/commit'
import type { Intent } from '../../src/flows/kinds/kinds'
import type { StepStatus } from '../../src/flows/step'
import { addressOf } from '../addressOf'
import { VISITOR_MS } from './frozenChain'

/** A browser's storage after some transactions, as the app writes it: one of each end that a flow can have. */
export function storedFlows(devnet: Devnet): readonly [key: string, value: string] {
  let written = ''
  const store = createFlowStore({
    getItem: (key) => (key === FLOWS_KEY ? written : null),
    setItem: (_key, value) => (written = value),
  })
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const pool = market.pool
  const order: CommitIntent = {
    kind: 'commit',
    title: 'Mint 1L-BTC/USD+USDC with 1,250 USDC',
    pool,
    committer: market.committer,
    settlementToken: market.settlementToken,
    legs: [{ commitType: 2, amount: 1_250_000_000n, fromAggregateBalance: false }],
    approval: 'exact',
    autoClaimWei: 0n,
    projection: undefined,
  }
  const hash = (digit: string) => `0x${digit.repeat(64)}` as const
  const done = (digit: string): StepStatus => ({ at: 'done', hash: hash(digit) })
  const ends: readonly (readonly [Intent, readonly StepStatus[]])[] = [
    [order, [done('1'), done('2')]],
    [
      { kind: 'claim', title: 'Claim from 1-BTC/USD+USDC', pool, committer: market.committer },
      [done('3')],
    ],
    [
      order,
      [
        done('4'),
        {
          at: 'stopped',
          code: 'REJECTED',
          message: 'You declined it in your wallet. Nothing was sent.',
        },
      ],
    ],
    [
      { kind: 'feeClaim', title: 'Claim fees from 1-BTC/USD+USDC', pool },
      [{ at: 'failed', hash: hash('5'), because: 'reverted' }],
    ],
  ]
  for (const [index, [intent, statuses]] of ends.entries()) {
    const about = {
      id: `flow-${index}`,
      chainId: devnet.deployment.chainId,
      account: addressOf(devnet, 'Alice'),
      createdAtMs: VISITOR_MS - (ends.length - index) * 95_000,
      intent,
    }
    const flow = createFlow(about, true)
    const steps = flow.steps.map((step, n) => {
      const status = statuses[n] ?? step.status
      return { ...step, status, hashes: 'hash' in status && status.hash ? [status.hash] : [] }
    })
    store.add({ ...flow, steps })
  }
  return [FLOWS_KEY, written]
}
