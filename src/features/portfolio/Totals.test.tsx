import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { LiveSnapshot } from '../../data/SnapshotProvider'
import type { PoolHolding } from './poolHolding'
import { Totals } from './Totals'

vi.mock('../../data/SnapshotProvider', () => ({ useSnapshot: () => live }))
vi.mock('../../data/useDollars', () => ({ useDollars: () => () => undefined }))
vi.mock('../../data/useKnownToken', () => ({ useDefaultSettlement: () => undefined }))

const USDC = { address: '0xaaaa000000000000000000000000000000000001', symbol: 'USDC', decimals: 6 }
const FALSE = { ...USDC, address: '0xbbbb000000000000000000000000000000000002' }

let live: Pick<LiveSnapshot, 'snapshot'>

function poolIn(
  settlementToken: typeof USDC,
  unverifiedComponents: readonly unknown[],
): PoolAtBlock {
  const account = { settlementBalance: 1n }
  return { facts: { settlementToken }, account, unverifiedComponents } as unknown as PoolAtBlock
}

it('names a stranger’s token as unverified, with its address, and a known one of its symbol plainly', () => {
  const pools = [
    poolIn(USDC, []),
    poolIn(FALSE, [{ kind: 'settlementToken', address: FALSE.address }]),
  ]
  live = { snapshot: { pools, block: { number: 1n } } as unknown as LiveSnapshot['snapshot'] }
  const holdings = pools.map(
    (pool) => ({ pool, holding: { worth: { wallet: 1n, escrow: 0n, queued: 0n } } }) as PoolHolding,
  )
  const drawn = renderToStaticMarkup(
    <Totals holdings={holdings} outside={{ staked: [], liquidity: [] }} profit={null} />,
  )
  const heads = [...drawn.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)].map(([, head = '']) =>
    head.replace(/<[^>]+>/g, ''),
  )
  expect(heads).toEqual(['USDC', 'USDC 0xbbbb…0002 ■Unverified'])
  // Once in the total, once in the table, once in the list for a narrow screen.
  expect(drawn.match(/0xbbbb…0002/g)).toHaveLength(3)
  expect(drawn).not.toContain('0xaaaa…0001')
})
