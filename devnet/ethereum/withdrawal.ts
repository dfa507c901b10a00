import { type Address, encodeFunctionData, type Hex, parseEventLogs } from 'viem'
import { sendAndWait } from '../controls'
import type { SettlementSymbol } from '../markets'
import { ARB_SYS_ADDRESS, arbSysAbi } from './arbSys'
import { l2GatewayAbi } from './bridgeAbi'
import type { BridgeSides } from './bridgeSides'

/** Starts the withdrawal of tokens to the same account on Ethereum. Returns its position in the outbox. */
export async function withdrawToken(
  { arbitrum, bridge }: BridgeSides,
  from: Address,
  symbol: SettlementSymbol,
  amount: bigint,
): Promise<bigint> {
  const data = encodeFunctionData({
    abi: l2GatewayAbi,
    functionName: 'outboundTransfer',
    args: [bridge.tokens[symbol].address, from, amount, '0x'],
  })
  return send(arbitrum, { from, to: bridge.arbitrum.gateway, data })
}

/** Starts the withdrawal of ETH to the same account on Ethereum. Returns its position in the outbox. */
export async function withdrawEth(
  { arbitrum }: BridgeSides,
  from: Address,
  amountWei: bigint,
): Promise<bigint> {
  const data = encodeFunctionData({ abi: arbSysAbi, functionName: 'withdrawEth', args: [from] })
  return send(arbitrum, { from, to: ARB_SYS_ADDRESS, data, valueWei: amountWei })
}

async function send(
  arbitrum: BridgeSides['arbitrum'],
  transaction: { from: Address; to: Address; data: Hex; valueWei?: bigint },
): Promise<bigint> {
  const { logs } = await sendAndWait(arbitrum, transaction)
  const [sent] = parseEventLogs({ abi: arbSysAbi, eventName: 'L2ToL1Tx', logs })
  if (sent === undefined) throw new Error('Nothing was sent to Ethereum')
  return sent.args.position
}
