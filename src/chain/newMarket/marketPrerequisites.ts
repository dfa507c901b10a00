import { queryOptions } from '@tanstack/react-query'
import { type Address, type Client, zeroAddress } from 'viem'
import { getBalance, getCode, getTransactionCount } from 'viem/actions'
import { quadFromBits, toUInt } from '../../protocol/quad'
import { erc20Abi, multicall3Abi } from '../abi'
import { MalformedResponseError } from '../errors'
import type { Network } from '../network'
import { refreshPauseMs, retryPauseMs } from '../queries'
import { contractRead, readMany } from '../readMany'
import { feeLimitsAbi, marketFactoryAbi, wrapperAbi } from './creationAbi'
import {
  type EthPrice,
  type FeedPrerequisites,
  feedReads,
  toEthPrice,
  toFeed,
} from './feedPrerequisites'
import type { PoolBases } from './predictPool'

/** What a person has named so far; each address that is none yet is left out. */
export interface MarketPrerequisitesQuery {
  readonly token: Address | undefined
  readonly feed: Address | undefined
  /** A price of ETH: a feed, or a wrapper that is there. */
  readonly ethPrice: Address | undefined
  readonly account: Address | undefined
}

/** A token as it answers; `decimals` is undefined where it does not. */
export interface TokenPrerequisites {
  readonly symbol: string | undefined
  readonly decimals: number | undefined
}

/** What the chain says of a market that is being planned, all at one block but for what concerns the account itself. */
export interface MarketPrerequisites {
  readonly timestampSec: bigint
  readonly poolKeeper: Address
  readonly bases: PoolBases
  /** Of a year, a wad. */
  readonly managementFeeWad: bigint
  readonly maxMintingFeeWad: bigint
  readonly maxBurningFeeWad: bigint
  readonly token: TokenPrerequisites | undefined
  readonly feed: FeedPrerequisites | undefined
  readonly ethPrice: EthPrice | undefined
  /** What the factory asks for a pool; undefined for nothing. */
  readonly deploymentFee: DeploymentFee | undefined
  /** Undefined without an account. */
  readonly creator: Creator | undefined
}

/** Who would make it. */
interface Creator {
  readonly nonce: number
  readonly isContract: boolean
  readonly hasEth: boolean
}

export interface DeploymentFee {
  readonly token: Address
  readonly symbol: string
  readonly decimals: number
  readonly amount: bigint
  /** Of the account. */
  readonly balance: bigint
  readonly allowance: bigint
}

/**
 * Reads what the checks of a new market need.
 *
 * @throws RPC errors; `MalformedResponseError` when the factory does not answer as one
 */
export async function fetchMarketPrerequisites(
  client: Client,
  network: Network,
  ask: MarketPrerequisitesQuery,
): Promise<MarketPrerequisites> {
  const { poolFactory, multicall3 } = network
  const { token = zeroAddress, ethPrice = zeroAddress } = ask
  const [first, creator] = await Promise.all([
    readMany(client, multicall3, [
      contractRead(multicall3Abi, multicall3, 'getCurrentBlockTimestamp'),
      contractRead(marketFactoryAbi, poolFactory, 'poolKeeper'),
      contractRead(marketFactoryAbi, poolFactory, 'fee'),
      contractRead(marketFactoryAbi, poolFactory, 'deploymentFee'),
      contractRead(marketFactoryAbi, poolFactory, 'deploymentFeeToken'),
      contractRead(marketFactoryAbi, poolFactory, 'poolBaseAddress'),
      contractRead(marketFactoryAbi, poolFactory, 'poolCommitterBaseAddress'),
      contractRead(marketFactoryAbi, poolFactory, 'pairTokenBaseAddress'),
      contractRead(erc20Abi, token, 'symbol'),
      contractRead(erc20Abi, token, 'decimals'),
      contractRead(wrapperAbi, ethPrice, 'getPrice'),
      ...feedReads(ask.feed),
      ...feedReads(ask.ethPrice),
    ]),
    ask.account === undefined ? undefined : creatorOf(client, ask.account),
  ])
  const [timestampSec, poolKeeper, fee, deploymentFee, deploymentFeeToken] = first
  const [, , , , , pool, committer, pairToken, symbol, decimals, wrapperPrice] = first
  if (
    timestampSec === undefined ||
    pool === undefined ||
    committer === undefined ||
    pairToken === undefined ||
    fee === undefined ||
    poolKeeper === undefined
  )
    throw new MalformedResponseError(`no pool factory at ${poolFactory}`)
  const isFree = deploymentFee === undefined || deploymentFee === 0n
  const feeToken = isFree ? undefined : deploymentFeeToken
  const [maxMinting, maxBurning, ...ofFeeToken] = await readMany(client, multicall3, [
    contractRead(feeLimitsAbi, committer, 'MAX_MINTING_FEE'),
    contractRead(feeLimitsAbi, committer, 'MAX_BURNING_FEE'),
    ...feeTokenReads(feeToken, ask.account, poolFactory),
  ])
  if (maxMinting === undefined || maxBurning === undefined)
    throw new MalformedResponseError('the factory didn’t return its limits')
  const [feeSymbol, feeDecimals, balance, allowance] = ofFeeToken
  return {
    timestampSec,
    poolKeeper,
    bases: { poolFactory, pool, committer, token: pairToken },
    managementFeeWad: fee,
    maxMintingFeeWad: toUInt(quadFromBits(BigInt(maxMinting))),
    maxBurningFeeWad: toUInt(quadFromBits(BigInt(maxBurning))),
    token: ask.token && { symbol, decimals },
    feed: ask.feed && toFeed([first[11], first[12], first[13]]),
    ethPrice: ask.ethPrice && toEthPrice([first[14], first[15], first[16]], wrapperPrice),
    deploymentFee:
      feeToken === undefined || deploymentFee === undefined
        ? undefined
        : {
            token: feeToken,
            amount: deploymentFee,
            symbol: feeSymbol ?? 'unnamed token',
            decimals: feeDecimals ?? 0,
            balance: balance ?? 0n,
            allowance: allowance ?? 0n,
          },
    creator,
  }
}

function feeTokenReads(
  token: Address = zeroAddress,
  account: Address = zeroAddress,
  factory: Address,
) {
  return [
    contractRead(erc20Abi, token, 'symbol'),
    contractRead(erc20Abi, token, 'decimals'),
    contractRead(erc20Abi, token, 'balanceOf', [account]),
    contractRead(erc20Abi, token, 'allowance', [account, factory]),
  ] as const
}

async function creatorOf(client: Client, account: Address): Promise<Creator> {
  const [nonce, code, balanceWei] = await Promise.all([
    getTransactionCount(client, { address: account }),
    getCode(client, { address: account }),
    getBalance(client, { address: account }),
  ])
  // A delegation (EIP-7702) leaves an account that can create contracts.
  const isContract = code !== undefined && !code.startsWith('0xef0100')
  return { nonce, isContract, hasEth: balanceWei > 0n }
}

/** The ground of a planned market, read again with each refresh of the page. */
export function marketPrerequisitesQueryOptions(
  client: Client,
  network: Network,
  ask: MarketPrerequisitesQuery,
) {
  const { chain, poolFactory } = network
  const { token, feed, ethPrice, account } = ask
  return queryOptions({
    queryKey: ['marketGround', chain.id, poolFactory, token, feed, ethPrice, account] as const,
    queryFn: () => fetchMarketPrerequisites(client, network, ask),
    refetchInterval: () => refreshPauseMs(network),
    retry: true,
    retryDelay: retryPauseMs,
  })
}
