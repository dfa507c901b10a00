import { exitOrders } from '../../analytics/exit/exitOutcome'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import type { CommitIntent } from '../../flows/kinds/commit'
import { figuresNow, projectionOf } from '../../flows/orderProjection'
import { formatName } from '../../format/formatAddress'

/**
 * Burns of everything an account holds in a pool, from the wallet and from escrow at once.
 *
 * @param block The block that `pool` was read at
 */
export function exitIntent(pool: PoolAtBlock, account: PoolAccount, block: bigint): CommitIntent {
  const { facts, snapshot } = pool
  const legs = exitOrders(snapshot, {
    user: account.user,
    longInWallet: account.longBalance,
    shortInWallet: account.shortBalance,
  })
  return {
    kind: 'commit',
    title: `Burn everything in ${formatName(facts.name)}`,
    pool: facts.address,
    committer: facts.committer,
    settlementToken: facts.settlementToken.address,
    legs,
    approval: 'exact',
    autoClaimWei: 0n,
    projection: projection(),
  }

  /** None where there is no projection: no check may hide the way out. */
  function projection() {
    try {
      return projectionOf(pool, { projection: undefined }, figuresNow(pool, legs), 0, block)
    } catch (error) {
      if (error instanceof OutlookError) return undefined
      throw error
    }
  }
}
