import type { Address } from 'viem'
import type { Network } from '../network'

/** Balancer V2 on one chain, and the pools that hold the markets' tokens or connect their third tokens. */
export interface BalancerNetwork {
  readonly vault: Address
  /** Answers what a swap, a join or an exit would come to. */
  readonly queries: Address
  /** Weighted pools, in no order. Tokens and weights are read from the chain. */
  readonly pools: readonly Address[]
}

const VAULT: Address = '0xBA12222222228d8Ba445958a75a0704d566BF2C8'
const QUERIES: Address = '0xE39B5e3B6D74016b2F6A9673D7d7493B6DF549d5'

/** Balancer by the chain id of the markets. */
const KNOWN: Readonly<Record<number, BalancerNetwork>> = {
  42161: {
    vault: VAULT,
    queries: QUERIES,
    pools: [
      // 3-ETH, 3-BTC, 3-BTC of 12 h, 3-WTI.
      '0x59B7867F6B127070378feeb328e2Ffe6AAb67525',
      '0x045c5480131EeF51AA1a74F34e62e7DE23136f24',
      '0xC999678122cbf8A30cb72C53D4BDd72abd96AF88',
      '0xfE7b8F8FcA690AB0CD2B8D979ABEeaC94C06805D',
      // Of the deprecated 3-ETH and 3-BTC.
      '0x14D162E10eCCe3935c1F64cd49faB28b3cC2B527',
      '0x0d9fEC3a621387A3ceC87DA24c4aeC7cA261C856',
      // WETH, WBTC and USDC.e: the hop from a third token to the settlement token.
      '0x64541216bAFFFEec8ea535BB71Fbc927831d0595',
    ],
  },
}

/** Balancer on the markets' chain; undefined where none is known, or no pool of it. */
export function resolveBalancer({
  chain,
  balancer = {},
}: Pick<Network, 'chain' | 'balancer'>): BalancerNetwork | undefined {
  const known = KNOWN[chain.id]
  const vault = balancer.vault ?? known?.vault
  const queries = balancer.queries ?? known?.queries
  // The table's pools are of the table's Vault.
  const own = balancer.vault === undefined ? known?.pools : undefined
  const pools = balancer.pools ?? own ?? []
  if (vault === undefined || queries === undefined || pools.length === 0) return undefined
  return { vault, queries, pools }
}
