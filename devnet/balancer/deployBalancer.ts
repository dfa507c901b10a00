import { type Address, encodeAbiParameters, type Hex, maxUint256, parseEventLogs } from 'viem'
import { vaultAbi } from '../../src/chain/balancer/balancerAbi'
import { accountAddress } from '../accounts'
import { loadArtifact } from '../artifacts'
import type {
  BalancerDeployment,
  DeployedBalancerPool,
  DeployedToken,
  Deployment,
} from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { MARKETS } from '../markets'
import { tokenAbi } from '../protocolAbi'
import { type Sender, sendFrom } from '../sendFrom'
import { toWei } from '../transactions'
import { loadBalancerArtifact } from './balancerArtifact'
import { collectPoolTokens } from './collectPoolTokens'
import { weightedPoolAbi, weightedPoolFactoryAbi } from './factoryAbi'
import { type FairValues, readFairValues, toWhole } from './fairValues'

const PAUSE_WINDOW_SEC = 90n * 86_400n
const BUFFER_PERIOD_SEC = 30n * 86_400n
/** As a wad. */
const SWAP_FEE = 3n * 10n ** 15n
const THIRD = 33n * 10n ** 16n
const WAD = 10n ** 18n
const LARGEST_WEIGHT = WAD - 2n * THIRD

/** Dollars of each token in the pool that only serves as a hop. */
const HOP_USD = 400_000
/** The share of the pool tokens at hand that goes into the pools; the rest is for arbitrage. */
const POOLED_SHARE = 0.45
/** What the swapping account is given to begin with, in parts of what is in the pool. */
const SWAPPER_PARTS = 10n

/** The one market whose pool has WETH as third token, so that its settlement token is a hop away. */
const HOP_MARKET = '1-ETH/USD+USDC'

/**
 * Deploys Balancer as published, with a funded weighted pool for each declared market: its long and its short token and a third
 * one, as the live pools have it. Numbered variants of markets get none.
 */
export async function deployBalancer(
  client: DevnetClient,
  deployment: Deployment,
): Promise<BalancerDeployment> {
  const maker = sendFrom(client, accountAddress('Market maker'))
  const tokens = {
    WETH: await deployToken(maker, 'Wrapped Ether (devnet)', 'WETH', 18),
    WBTC: await deployToken(maker, 'Wrapped BTC (devnet)', 'WBTC', 8),
  }
  const authorizer = await maker.deploy(loadBalancerArtifact('Authorizer'), [maker.address])
  const vault = await maker.deploy(loadBalancerArtifact('Vault'), [
    authorizer,
    tokens.WETH.address,
    PAUSE_WINDOW_SEC,
    BUFFER_PERIOD_SEC,
  ])
  const queries = await maker.deploy(loadBalancerArtifact('BalancerQueries'), [vault])
  const factory = await maker.deploy(loadBalancerArtifact('WeightedPoolFactory'), [vault])

  const declared = new Set(MARKETS.map(({ name }) => name))
  const markets = deployment.markets.filter(({ name }) => declared.has(name))
  await collectPoolTokens(client, markets, maker.address)
  const values = await readFairValues(client, deployment, tokens)
  const making = { client, maker, vault, factory }
  const { USDC } = deployment.tokens
  const pools = [
    await createPool(making, { name: 'WETH WBTC USDC' }, [
      await minted(maker, tokens.WETH, HOP_USD, values),
      await minted(maker, tokens.WBTC, HOP_USD, values),
      await minted(maker, USDC, HOP_USD, values),
    ]),
  ]
  const swapper = accountAddress('Swapper')
  for (const market of markets) {
    const settlement = deployment.tokens[market.settlementSymbol]
    const third = market.name === HOP_MARKET ? tokens.WETH : settlement
    const own = [market.longToken, market.shortToken]
    const worth = await Promise.all(
      own.map(async (token) => {
        const held = toWhole(await maker.balanceOf(token), settlement.decimals)
        return held * (values.get(token) ?? 0)
      }),
    )
    const usd = Math.min(...worth) * POOLED_SHARE
    // A market that was left empty has no tokens to pool.
    if (!(usd > 0)) continue
    const legs = own.map((address) => {
      const token = { address, decimals: settlement.decimals }
      return { token, amountWei: amountFor(token, usd, values) }
    })
    const name = `Balancer ${market.name}`
    const thirdLeg = await minted(maker, third, usd, values)
    pools.push(await createPool(making, { name, market: market.name }, [...legs, thirdLeg]))
    for (const { token, amountWei } of legs)
      await maker.call(token.address, tokenAbi, 'transfer', [swapper, amountWei / SWAPPER_PARTS])
  }
  return { vault, queries, tokens, pools }
}

interface Making {
  readonly client: DevnetClient
  readonly maker: Sender
  readonly vault: Address
  readonly factory: Address
}

interface Leg {
  readonly token: DeployedToken
  readonly amountWei: bigint
}

/** @param legs Two tokens of a third each, and one of the rest */
async function createPool(
  { client, maker, vault, factory }: Making,
  about: Pick<DeployedBalancerPool, 'name' | 'market'>,
  legs: readonly Leg[],
): Promise<DeployedBalancerPool> {
  const weighted = legs.map((leg, index) => ({
    ...leg,
    weight: index < 2 ? THIRD : LARGEST_WEIGHT,
  }))
  const sorted = weighted.toSorted((a, b) =>
    BigInt(a.token.address) < BigInt(b.token.address) ? -1 : 1,
  )
  const tokens = sorted.map(({ token }) => token.address)
  const weights = sorted.map(({ weight }) => weight)
  const { logs } = await maker.call(factory, weightedPoolFactoryAbi, 'create', [
    about.name,
    `B-${about.name.replaceAll(' ', '-')}`,
    tokens,
    weights,
    SWAP_FEE,
    maker.address,
  ])
  const [created] = parseEventLogs({ abi: weightedPoolFactoryAbi, logs, eventName: 'PoolCreated' })
  if (created === undefined) throw new Error(`${about.name} was not created`)
  const address = created.args.pool
  const id = await client.readContract({ address, abi: weightedPoolAbi, functionName: 'getPoolId' })
  // Weights differ a little: amounts in proportion to them put the pool at fair prices.
  const amounts = sorted.map(({ weight, amountWei }) => (amountWei * weight) / LARGEST_WEIGHT)
  for (const token of tokens) await maker.call(token, tokenAbi, 'approve', [vault, maxUint256])
  await maker.call(vault, vaultAbi, 'joinPool', [
    id,
    maker.address,
    maker.address,
    {
      assets: tokens,
      maxAmountsIn: amounts,
      userData: initialJoin(amounts),
      fromInternalBalance: false,
    },
  ])
  return { ...about, address, id, tokens, weights: weights.map((weight) => Number(weight) / 1e18) }
}

/** A weighted pool's first join is of the kind 0. */
function initialJoin(amounts: readonly bigint[]): Hex {
  return encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256[]' }], [0n, amounts])
}

async function deployToken(
  maker: Sender,
  name: string,
  symbol: string,
  decimals: number,
): Promise<DeployedToken> {
  const address = await maker.deploy(loadArtifact('TestToken'), [name, symbol])
  await maker.call(address, tokenAbi, 'setDecimals', [decimals])
  return { address, decimals }
}

async function minted(
  maker: Sender,
  token: DeployedToken,
  usd: number,
  values: FairValues,
): Promise<Leg> {
  const amountWei = amountFor(token, usd, values)
  // Twice as much, so that there is some to trade with.
  await maker.mint(token.address, 2n * amountWei)
  return { token, amountWei }
}

function amountFor({ address, decimals }: DeployedToken, usd: number, values: FairValues): bigint {
  const value = values.get(address)
  if (value === undefined) throw new Error(`${address} has no value`)
  return toWei(usd / value, decimals)
}
