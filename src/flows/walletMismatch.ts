import type { Config } from 'wagmi'
import { getAccount } from 'wagmi/actions'
import type { Failure } from '../chain/describeFailure'
import type { Flow } from './flow'

/** What stands in the way on the wallet's side. */
export function walletMismatch(config: Config, flow: Flow): Failure | undefined {
  const { address, chainId } = getAccount(config)
  if (address?.toLowerCase() !== flow.account.toLowerCase())
    return {
      code: 'WRONG_ACCOUNT',
      message:
        'This request belongs to another account. Nothing was sent. Switch accounts in your wallet.',
    }
  if (chainId !== flow.chainId)
    return { code: 'WRONG_CHAIN', message: 'Your wallet is on another network. Nothing was sent.' }
  return undefined
}
