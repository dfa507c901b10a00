import { type Address, encodeFunctionData, type Hex, parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { approveTransaction, claimTransaction, commitTransaction } from '../devnet/transactions'
import { multicall3Abi } from '../src/chain/abi'
import { createFlow } from '../src/flows/createFlow'
import { createFlowStore, FLOWS_KEY } from '../src/flows/flowStore'
import type { CommitProjection } from '../src/flows/kinds/commit'
import type { CommitType } from '../src/protocol/commitType'
import { holdingsOf } from './chainState'

/** A commit sent past the page, from another device as it were. */
export interface Commit {
  readonly type: CommitType
  readonly amountWei: bigint
  readonly fromEscrow?: boolean
  readonly autoClaimWei?: bigint
}

/** Sends a commit of an account and gives its hash. */
export async function commit(
  { client }: Devnet,
  market: DeployedMarket,
  from: Address,
  order: Commit,
): Promise<Hex> {
  return (await sendAndWait(client, commitTransaction({ from, market, ...order }))).transactionHash
}

/**
 * Sends several commits of an account in one transaction: for its time the account is a contract, as a smart wallet is,
 * that does what `sender` tells it to.
 */
export async function commitTogether(
  { client, deployment }: Devnet,
  market: DeployedMarket,
  from: Address,
  sender: Address,
  orders: readonly Commit[],
): Promise<Hex> {
  const bytecode = await client.getCode({ address: deployment.contracts.multicall3 })
  if (bytecode === undefined) throw new Error('The devnet has no Multicall3')
  await client.setCode({ address: from, bytecode })
  const calls = orders.map((order) => ({
    target: market.committer,
    allowFailure: false,
    callData: commitTransaction({ from, market, ...order }).data,
  }))
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [calls] })
  const receipt = await sendAndWait(client, { from: sender, to: from, data, gas: 3_000_000n })
  await client.setCode({ address: from, bytecode: '0x' })
  return receipt.transactionHash
}

/** Performs the market's next rebalance, from here on as far away as can be. */
export async function nextUpkeep(devnet: Devnet, market: DeployedMarket): Promise<void> {
  await devnet.increaseTime(market.updateIntervalSec)
  await devnet.upkeep([market.pool])
}

/** Gives an account long and short tokens of a market, claimed into its wallet, right after a rebalance. */
export async function supply(
  devnet: Devnet,
  market: DeployedMarket,
  account: Address,
  amount: string,
): Promise<void> {
  const decimals = devnet.deployment.tokens[market.settlementSymbol].decimals
  await sendAndWait(devnet.client, approveTransaction(account, market))
  await nextUpkeep(devnet, market)
  for (const type of [0, 2] as const)
    await commit(devnet, market, account, { type, amountWei: parseUnits(amount, decimals) })
  for (let round = 0; round < 8; round++) {
    await nextUpkeep(devnet, market)
    const { escrow } = await holdingsOf(devnet, market, account)
    if (escrow.longTokens > 0n && escrow.shortTokens > 0n) break
  }
  await sendAndWait(devnet.client, claimTransaction(account, market))
}

/** The browser's storage after the ticket has sent these commits in one transaction. */
export function storedOrder(
  devnet: Devnet,
  market: DeployedMarket,
  account: Address,
  orders: readonly Commit[],
  hash: Hex,
  projection: CommitProjection,
): readonly [key: string, value: string] {
  let written = ''
  const store = createFlowStore({
    getItem: () => null,
    setItem: (_key, value) => (written = value),
  })
  const flow = createFlow(
    {
      id: hash,
      chainId: devnet.deployment.chainId,
      account,
      createdAtMs: Date.now(),
      intent: {
        kind: 'commit',
        title: 'An order',
        pool: market.pool,
        committer: market.committer,
        settlementToken: market.settlementToken,
        legs: orders.map(({ type, amountWei, fromEscrow = false }) => ({
          commitType: type,
          amount: amountWei,
          fromAggregateBalance: fromEscrow,
        })),
        approval: 'exact',
        autoClaimWei: 0n,
        projection,
      },
    },
    false,
  )
  const sent = flow.steps.map((step) => ({
    ...step,
    status: { at: 'done' as const, hash },
    hashes: [hash],
  }))
  store.add({ ...flow, steps: sent, dismissed: true })
  return [FLOWS_KEY, written]
}
