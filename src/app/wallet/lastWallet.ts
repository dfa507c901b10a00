import { safeStorage } from '../../safeStorage'

const CONNECTOR_KEY = 'wagmi.recentConnectorId'
/** Chains that WalletConnect's session was made for; an empty list once it has been ended. */
const SESSION_KEY = 'wagmi.walletConnect.requestedChains'

/**
 * Which wallet was the last one here, where it is one that does not announce itself: only then is it looked for at the next
 * visit, since it may be another wallet's second name, or its code is heavy.
 */
export function lastWallet(): 'injected' | 'walletConnect' | undefined {
  const id = safeStorage.getItem(CONNECTOR_KEY)
  if (id === '"injected"') return 'injected'
  const hasSession = (safeStorage.getItem(SESSION_KEY) ?? '[]') !== '[]'
  return id === '"walletConnect"' && hasSession ? 'walletConnect' : undefined
}
