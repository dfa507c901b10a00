import { type Address, type Hash, isAddressEqual, type Log, parseEventLogs } from 'viem'
import { withdrawalEventAbi } from './bridgeAbi'

/** What was sent from Arbitrum to Ethereum and has to be claimed there. */
export interface Withdrawal {
  /** Its number in the outbox. */
  readonly position: bigint
  /** The token's address on Ethereum; undefined for ETH. */
  readonly l1Token: Address | undefined
  /** Base units. */
  readonly amount: bigint
  readonly to: Address
  readonly blockNumber: bigint
  readonly transactionHash: Hash
}

/**
 * An account's withdrawals from the logs of the system contract and the gateways, oldest first. A token's withdrawal
 * leaves a log with each of them; it is listed once, as what it is.
 */
export function toWithdrawals(
  logs: readonly Log<bigint, number, false>[],
  account: Address,
): Withdrawal[] {
  const events = parseEventLogs({ abi: withdrawalEventAbi, logs: [...logs] })
  const ofTokens = new Set(
    events.flatMap(({ eventName, args }) =>
      eventName === 'WithdrawalInitiated' ? [args._l2ToL1Id] : [],
    ),
  )
  return events.flatMap((event): Withdrawal[] => {
    const { blockNumber, transactionHash } = event
    if (event.eventName === 'WithdrawalInitiated') {
      const { l1Token, _to: to, _l2ToL1Id: position, _amount: amount } = event.args
      return [{ position, l1Token, amount, to, blockNumber, transactionHash }]
    }
    const { position, callvalue: amount, destination: to } = event.args
    // A message without ETH is no withdrawal.
    if (amount === 0n || ofTokens.has(position) || !isAddressEqual(to, account)) return []
    return [{ position, l1Token: undefined, amount, to, blockNumber, transactionHash }]
  })
}
