import { type Address, encodeAbiParameters, encodeFunctionData, parseAbiParameters } from 'viem'
import { sendAndWait } from '../controls'
import type { SettlementSymbol } from '../markets'
import { approvalOf } from './approval'
import { gatewayRouterAbi, inboxAbi, l2GatewayAbi } from './bridgeAbi'
import type { BridgeSides } from './bridgeSides'
import { sendFromEthereum } from './fromEthereum'

const DEPOSIT_GAS = 2_000_000n

/** Deposits tokens on Ethereum, through the published router, gateway and inbox, and lets them arrive at once. */
export async function depositToken(
  { arbitrum, ethereum, bridge }: BridgeSides,
  from: Address,
  symbol: SettlementSymbol,
  amount: bigint,
): Promise<void> {
  const { gatewayRouter, gateway } = bridge.contracts
  const { address: token } = bridge.tokens[symbol]
  await sendAndWait(ethereum, approvalOf(from, token, gateway, amount))
  const noSubmissionCost = encodeAbiParameters(parseAbiParameters('uint256, bytes'), [0n, '0x'])
  const deposit = encodeFunctionData({
    abi: gatewayRouterAbi,
    functionName: 'outboundTransferCustomRefund',
    args: [token, from, from, amount, 0n, 0n, noSubmissionCost],
  })
  await sendAndWait(ethereum, { from, to: gatewayRouter, data: deposit, gas: DEPOSIT_GAS })
  const noData = encodeAbiParameters(parseAbiParameters('bytes, bytes'), ['0x', '0x'])
  const arrival = encodeFunctionData({
    abi: l2GatewayAbi,
    functionName: 'finalizeInboundTransfer',
    args: [token, from, from, amount, noData],
  })
  await sendFromEthereum(arbitrum, gateway, bridge.arbitrum.gateway, arrival)
}

/** Deposits ETH on Ethereum, through the published inbox, and lets it arrive at once. */
export async function depositEth(
  { arbitrum, ethereum, bridge }: BridgeSides,
  from: Address,
  amountWei: bigint,
): Promise<void> {
  const data = encodeFunctionData({ abi: inboxAbi, functionName: 'depositEth' })
  await sendAndWait(ethereum, { from, to: bridge.contracts.inbox, data, valueWei: amountWei })
  const value = (await arbitrum.getBalance({ address: from })) + amountWei
  await arbitrum.setBalance({ address: from, value })
}
