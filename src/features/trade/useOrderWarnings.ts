import { isAddressEqual } from 'viem'
import type { TokenFacts } from '../../chain/poolFacts'
import { useIsFlowStorageAvailable } from '../../data/FlowsProvider'
import { useKnownToken } from '../../data/useKnownToken'
import { tradeContent } from './content'

const content = tradeContent.notices

/**
 * What a person should know before an order, and what does not keep it from being sent. The gravest comes first.
 *
 * @param room Of the list of queued intervals that the contract keeps for the account
 * @param paidFromWallet The settlement token where the order takes it from the wallet. That it is BAL is told by its address
 */
export function useOrderWarnings(
  room: 'free' | 'last' | 'full',
  paidFromWallet: TokenFacts | undefined,
): readonly string[] {
  const isStored = useIsFlowStorageAvailable()
  const bal = useKnownToken('BAL')
  const isBal =
    bal !== undefined && paidFromWallet !== undefined && isAddressEqual(bal, paidFromWallet.address)
  return [
    room === 'last' && content.queueLast,
    !isStored && content.notStored,
    isBal && content.bal,
  ].filter((text) => text !== false)
}
