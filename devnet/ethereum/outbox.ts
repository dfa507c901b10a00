import { encodeFunctionData, numberToHex } from 'viem'
import { getContractEvents, readContract } from 'viem/actions'
import { accountAddress } from '../accounts'
import { sendAndWait } from '../controls'
import { ARB_SYS_ADDRESS, arbSysAbi } from './arbSys'
import { outboxAbi } from './bridgeAbi'
import type { BridgeSides } from './bridgeSides'
import { sendTree } from './sendTree'

const CLAIM_GAS = 1_000_000n

/** Confirms Arbitrum's newest block on Ethereum, as the rollup does after the challenge period. */
export async function confirmWithdrawals(sides: BridgeSides): Promise<void> {
  const { arbitrum, ethereum, bridge } = sides
  const { hash, number } = await arbitrum.getBlock()
  const { tree } = await readSends(sides, number)
  const data = encodeFunctionData({
    abi: outboxAbi,
    functionName: 'updateSendRoot',
    args: [tree.root, hash],
  })
  await sendAndWait(ethereum, { from: accountAddress('Bridge'), to: bridge.contracts.outbox, data })
}

/**
 * Claims what has been confirmed: each withdrawal from the outbox to whom it is for. Anyone may do that.
 *
 * @returns How many were claimed
 */
export async function claimWithdrawals(sides: BridgeSides): Promise<number> {
  const { ethereum, bridge } = sides
  const { outbox } = bridge.contracts
  const confirmed = await newestConfirmed(sides)
  if (confirmed === undefined) return 0
  const { sends, tree } = await readSends(sides, confirmed)
  let claimed = 0
  for (const { args } of sends) {
    const call = { address: outbox, abi: outboxAbi, functionName: 'isSpent' } as const
    if (await readContract(ethereum, { ...call, args: [args.position] })) continue
    const { caller, destination, position, arbBlockNum, ethBlockNum, timestamp } = args
    const data = encodeFunctionData({
      abi: outboxAbi,
      functionName: 'executeTransaction',
      args: [
        tree.proof(Number(position)),
        ...[position, caller, destination, arbBlockNum, ethBlockNum, timestamp],
        ...[args.callvalue, args.data],
      ] as never,
    })
    await sendAndWait(ethereum, {
      from: accountAddress('Bridge'),
      to: outbox,
      data,
      gas: CLAIM_GAS,
    })
    claimed++
  }
  return claimed
}

async function newestConfirmed({ arbitrum, ethereum, bridge }: BridgeSides) {
  const events = await getContractEvents(ethereum, {
    address: bridge.contracts.outbox,
    abi: outboxAbi,
    eventName: 'SendRootUpdated',
    fromBlock: 0n,
  })
  const blockHash = events.at(-1)?.args.l2BlockHash
  return blockHash && (await arbitrum.getBlock({ blockHash })).number
}

/** Everything that was sent to Ethereum until a block. */
async function readSends({ arbitrum }: BridgeSides, toBlock: bigint) {
  const sends = await getContractEvents(arbitrum, {
    address: ARB_SYS_ADDRESS,
    abi: arbSysAbi,
    eventName: 'L2ToL1Tx',
    fromBlock: 0n,
    toBlock,
    strict: true,
  })
  return { sends, tree: sendTree(sends.map(({ args }) => numberToHex(args.hash, { size: 32 }))) }
}
