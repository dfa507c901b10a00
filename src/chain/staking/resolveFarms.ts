import type { Address } from 'viem'
import type { Network } from '../network'

/** What a farm takes: LP tokens of a market's Balancer pool, or one of its pool tokens. */
type FarmStake = 'lp' | 'long' | 'short'

/** A farm whose address is known; everything else about it is read from the chain. */
export interface KnownFarm {
  readonly address: Address
  /** The market and the generation that it was made for; undefined for one that only the configuration names. */
  readonly programme: FarmProgramme | undefined
}

interface FarmProgramme {
  readonly market: string
  readonly stake: FarmStake
  /** The token of its rewards, or `deprecated` for the farms of the earlier factory's pools. */
  readonly generation: 'MYC' | 'TCR' | 'deprecated'
}

function rows(
  market: string,
  generation: FarmProgramme['generation'],
  farms: Partial<Record<FarmStake, Address>>,
): readonly KnownFarm[] {
  return (Object.entries(farms) as [FarmStake, Address][]).map(([stake, address]) => ({
    address,
    programme: { market, generation, stake },
  }))
}

/** All farms that ever paid rewards for stakes of these markets, newest generation first: rewards have ended, stakes remain. */
const ARBITRUM_FARMS: readonly KnownFarm[] = [
  ...rows('3-BTC/USD+USDC', 'MYC', {
    lp: '0x574375868F76F49a9EeEb6A5720b984298C216BE',
    long: '0x5fD3fa0204aE9fd974F19430D8eA6bbbC7deb3d6',
    short: '0x10260CF26c68dF40017D5E488dc633F1642f2A38',
  }),
  ...rows('3-ETH/USD+USDC', 'MYC', {
    lp: '0x2F09D08167AD714D48dE65fA8C75Fe19388f87c9',
    long: '0xa9234dE71cB19B3217457fC2A3DF14BcA4837fa8',
    short: '0xe01b6Ba1e64ACE0298F2E55152c7153b015b3D1c',
  }),
  ...rows('3-BTC/USD+USDC-12h', 'MYC', {
    lp: '0x9c2e161d00ABF3e7fdFd50197B778C681117c45D',
    long: '0xb22E2234d1fD6F9Cd5800039710668Eb602300d4',
    short: '0x681E1B823292743F0A3dC1cE1e572c16225a1c23',
  }),
  ...rows('3-BTC/USD+USDC', 'TCR', {
    lp: '0x93116d661DaCaA8Ff65Cb5420Ef61425322AEA7f',
    long: '0x04Ff29F8F379B2AA7d79BA66Ce76649334D83e48',
    short: '0x16c457fC0F5d5981574ED2BaeD81c625BD91b633',
  }),
  ...rows('3-ETH/USD+USDC', 'TCR', {
    lp: '0x906c81a761d60AcaCAe85165d67031E9F7E3CEa9',
    long: '0x111278bf2CC2Fd862183CF34896c60DbbEA0706F',
    short: '0x489dA242a948d1978673FEF8836740c11732eC0B',
  }),
  ...rows('3-BTC/USD+USDC-12h', 'TCR', {
    lp: '0x6d52d4C087DD8a167eCA0008fb4c69D99169DcE8',
    long: '0x3004CC46432522B0AeA30d16aF769B1727aA0c26',
    short: '0x0896Fd59b574f536751c82B8Dd9fd9466af009aC',
  }),
  ...rows('3-WTI/USD+USDC', 'TCR', {
    lp: '0x19B08bce18417150fAEC2b4951dad924f8D131A1',
    long: '0x38B90a6268b1a20F7A7319D533bc9d31678Cd7d8',
    short: '0x0dC23d133cAB52be60C905C24F21925dE6e67aA2',
  }),
  ...rows('3-BTC', 'deprecated', {
    long: '0xcD8c0662cf72512857e98646b5C8363782c137A7',
    short: '0x046B21659C445f43f2c621c874F79868dC6FA159',
  }),
  ...rows('3-ETH', 'deprecated', {
    long: '0xC21159bF0252A37b0c281DF2D9B723120cAa86c7',
    short: '0x224949832f3dbf9a365D9bA3ec504727a103E96E',
  }),
]

const KNOWN: Readonly<Record<number, readonly KnownFarm[]>> = { 42161: ARBITRUM_FARMS }

/** The farms of a chain: the table's, and those that the configuration adds. Each once. */
export function resolveFarms({
  chain,
  farms = [],
}: Pick<Network, 'chain' | 'farms'>): readonly KnownFarm[] {
  const known = KNOWN[chain.id] ?? []
  const isKnown = (address: Address) => known.some((farm) => farm.address === address)
  const added = [...new Set(farms)].filter((address) => !isKnown(address))
  return [...known, ...added.map((address) => ({ address, programme: undefined }))]
}
