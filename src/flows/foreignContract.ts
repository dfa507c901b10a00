import { type Address, isAddressEqual } from 'viem'
import type { BalancerNetwork } from '../chain/balancer/resolveBalancer'
import type { Failure } from '../chain/describeFailure'
import type { PoolFacts } from '../chain/poolFacts'
import type { Intent } from './kinds/kinds'
import { kindOf } from './kinds/kinds'

/** What the chain and the configuration say of the contracts that an intent may name. */
export interface OwnContracts {
  readonly poolFactory: Address
  readonly poolKeeper: Address
  /** Of the intent's pool, where it has one. */
  readonly pool: Pick<PoolFacts, 'committer' | 'keeper' | 'settlementToken' | 'address'> | undefined
  /** Balancer on the chain; none where there is none. */
  readonly balancer?: Pick<BalancerNetwork, 'vault' | 'pools'> | undefined
  readonly farms?: readonly Address[]
}

/**
 * Why an intent must not be carried out: it names a contract that is not the market's own. What the browser has kept can
 * have been written by others, and would let a foreign contract take the account's tokens.
 */
export function foreignContract(intent: Intent, own: OwnContracts): Failure | undefined {
  const { pool } = own
  const named = kindOf(intent).contracts(intent)
  const pairs: readonly (readonly [Address | undefined, Address | undefined])[] = [
    [intent.pool, pool?.address],
    [named.committer, pool?.committer],
    [named.settlementToken, pool?.settlementToken.address],
    [named.poolKeeper, pool?.keeper ?? own.poolKeeper],
    [named.poolFactory, own.poolFactory],
    [named.vault, own.balancer?.vault],
    [named.farm, ownAmong(named.farm, own.farms)],
    ...(named.balancerPools ?? []).map(
      (name) => [name, ownAmong(name, own.balancer?.pools)] as const,
    ),
  ]
  const foreign = pairs.find(
    ([name, known]) => name !== undefined && (known === undefined || !isAddressEqual(name, known)),
  )
  if (foreign === undefined) return undefined
  return {
    code: 'NOT_OWN',
    message: `This request uses a contract that isn’t this market’s (${foreign[0]}). Nothing was sent. Dismiss it and start again.`,
  }
}

/** The one of the known contracts that a name is of; undefined where it is none of them. */
function ownAmong(
  name: Address | undefined,
  known: readonly Address[] | undefined,
): Address | undefined {
  return known?.find((one) => name !== undefined && isAddressEqual(one, name))
}
