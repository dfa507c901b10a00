import { type Address, isAddressEqual, type Log, parseEventLogs } from 'viem'
import { transferAbi } from './balancerAbi'

/** A token that went from one address to another. */
interface TransferFilter {
  readonly token: Address
  readonly from: Address
  readonly to: Address
}

/** Amounts of all transfers in a transaction's logs that fit, in their order. Base units. */
export function readTransfers(
  logs: readonly Log[],
  { token, from, to }: TransferFilter,
): readonly bigint[] {
  return parseEventLogs({ abi: transferAbi, eventName: 'Transfer', logs: [...logs] })
    .filter(
      ({ address, args }) =>
        isAddressEqual(address, token) &&
        isAddressEqual(args.from, from) &&
        isAddressEqual(args.to, to),
    )
    .map(({ args }) => args.value)
}
