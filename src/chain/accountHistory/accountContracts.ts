import type { Address } from 'viem'
import { isVerified, type PoolAtBlock } from '../poolAtBlock'
import type { PoolVenues } from './poolVenues'

/** The contracts whose logs tell of an account in one pool. */
export interface AccountContracts {
  readonly pool: Address
  readonly committer: Address
  readonly longToken: Address
  readonly shortToken: Address
  readonly settlementToken: Address
  /** Whether the factory made it, so that an event tells of its creation. */
  readonly isCreationLogged: boolean
  /** Those that may have paid rewards of the pool, as far as they are known. */
  readonly keepers: readonly Address[]
  /** Where its tokens are traded and staked; undefined while that is not known. */
  readonly venues?: PoolVenues | undefined
}

/**
 * The contracts of some pools. Verified pools come first: where a stranger's pool names a contract of theirs as its own, the
 * logs of that contract stay with them.
 */
export function accountContracts(
  pools: readonly Pick<PoolAtBlock, 'facts' | 'poolControllers' | 'unverifiedComponents'>[],
): AccountContracts[] {
  return [...pools]
    .sort((a, b) => Number(isVerified(b)) - Number(isVerified(a)))
    .map(({ facts, poolControllers }) => {
      const keepers = [facts.keeper, facts.factoryKeeper, poolControllers.keeper]
      return {
        pool: facts.address,
        committer: facts.committer,
        longToken: facts.longToken.address,
        shortToken: facts.shortToken.address,
        settlementToken: facts.settlementToken.address,
        isCreationLogged: facts.factoryKeeper !== undefined && !facts.deprecated,
        keepers: [...new Set(keepers.filter((keeper) => keeper !== undefined))],
      }
    })
}

/** Whether the same pools are meant, and the same keepers of them: what is found out about their venues does not count. */
export function isSamePools(
  a: readonly AccountContracts[],
  b: readonly AccountContracts[],
): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index]))
}

function isSame(a: AccountContracts, b: AccountContracts | undefined): boolean {
  return b !== undefined && a.pool === b.pool && a.keepers.join() === b.keepers.join()
}
