import { type Address, zeroAddress } from 'viem'
import type { Network } from '../network'
import type { PoolAtBlock } from '../poolAtBlock'
import type { PoolFacts } from '../poolFacts'
import type { VerifiedComponent } from './verifiedComponent'
import { namedTokens, verifiedComponents } from './verifiedComponents'

/** A pool before it is checked. */
export type ReadPool = Pick<PoolAtBlock, 'facts' | 'poolControllers' | 'snapshot'>

/** What of a network tells which components are known. */
export type VerificationNetwork = Pick<
  Network,
  | 'chain'
  | 'knownPools'
  | 'extraVerifiedComponents'
  | 'dollarFeeds'
  | 'bridge'
  | 'deprecatedFactories'
  | 'isFactoryChecked'
>

/** As controllers, these are no one. */
const NOBODY = [zeroAddress, '0x000000000000000000000000000000000000dEaD'].map((nobody) =>
  nobody.toLowerCase(),
)

interface BasisToken {
  readonly names: readonly string[]
  readonly ethFeed: string | undefined
}

/** The components that are known. Addresses in lower case. */
export interface Basis {
  readonly tokens: ReadonlyMap<string, BasisToken>
  /** With the pair that each is of. */
  readonly feeds: ReadonlyMap<string, string | undefined>
  readonly wrappers: ReadonlySet<string>
  readonly keepers: ReadonlySet<string>
  readonly governors: ReadonlySet<string>
  /** With the token that each is for. */
  readonly ethOracles: ReadonlySet<string>
}

/**
 * Everything that the network's table, the operator and the known pools vouch for.
 *
 * @param known Pools that are known by their address
 */
export function toBasis(network: VerificationNetwork, known: readonly ReadPool[]): Basis {
  const components = verifiedComponents(network)
  const { dollarFeeds, bridge } = network
  const facts = known.map((pool) => pool.facts)
  const told = facts.filter(({ oracle }) => oracle.kind !== 'unavailable')
  return {
    tokens: new Map([
      ...facts.map(({ settlementToken }) => toEntry(settlementToken.address)),
      ...dollarFeeds.map(({ token }) => toEntry(token)),
      ...(bridge?.tokens ?? []).map(({ l2 }) => toEntry(l2)),
      ...components.tokens.map(({ address, name, ethFeed }) =>
        toEntry(address, namedTokens([{ name, address }]), ethFeed),
      ),
    ]),
    feeds: new Map([
      ...told.map((pool) => [toKey(pool.oracle.feed), pairOf(pool)] as const),
      ...components.feeds.map(({ address, name }) => [toKey(address), name] as const),
    ]),
    wrappers: new Set(facts.map(({ oracle }) => toKey(oracle.wrapper))),
    keepers: new Set(known.map(({ poolControllers }) => toKey(poolControllers.keeper))),
    governors: new Set([
      ...NOBODY,
      ...components.governors.map(toKey),
      ...known.flatMap(({ poolControllers: { feeController, oracleGovernance } }) =>
        [feeController, oracleGovernance].flatMap((who) => (who === undefined ? [] : toKey(who))),
      ),
    ]),
    ethOracles: new Set(facts.map(ethOracleKey)),
  }
}

function toEntry(
  token: Address,
  named: readonly VerifiedComponent[] = [],
  ethFeed?: Address,
): [string, BasisToken] {
  const names = named.map(({ name }) => name)
  return [toKey(token), { names, ethFeed: ethFeed && toKey(ethFeed) }]
}

/** What a pool's name says that its index is, as `ETH/USD`; undefined where the name doesn't say. */
export function pairOf({ base, quote }: PoolFacts): string | undefined {
  return base === undefined ? undefined : `${base}/${quote}`
}

/** The oracle of a token's price in ETH belongs to that token: with another one it isn't known. */
export function ethOracleKey({ settlementToken, settlementEthOracle }: PoolFacts): string {
  return `${toKey(settlementToken.address)} ${toKey(settlementEthOracle)}`
}

/** Addresses are compared in lower case. */
export function toKey(address: Address): string {
  return address.toLowerCase()
}
