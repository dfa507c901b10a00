import type { ReadingEnd } from '../../data/walletReading'

/** What is said about reading the chain through a wallet. */
export const walletReadingContent = {
  unreachable: 'The app’s RPCs aren’t responding.',
  connect: 'Connect a browser wallet to read the chain through it.',
  offer: (wallet: string) => `${wallet} can read the chain instead.`,
  offerDetails: 'Figures then come from your wallet’s RPC. Nothing is signed or sent.',
  start: (wallet: string) => `Read through ${wallet}`,
  starting: (wallet: string) => `Reading through ${wallet}…`,
  walletConnect:
    'WalletConnect reads through the same RPCs. A browser wallet can read the chain instead.',
  otherNetwork: (chain: string) => `Switch your wallet to ${chain} to read the chain through it.`,
  reading: (wallet: string) => `Reading through ${wallet}: figures come from your wallet’s RPC.`,
  failing: (wallet: string, reason: string) => `Can’t read through ${wallet}: ${reason}`,
  stop: 'Use the app’s RPCs',
  dismiss: 'Dismiss',
  ended: {
    account: 'You switched accounts, so the app no longer reads through your wallet.',
    network: 'Your wallet switched networks, so the app no longer reads through it.',
    disconnected: 'Your wallet disconnected, so the app no longer reads through it.',
    responding: 'The app’s RPCs are responding again. Figures come from them.',
  } satisfies Record<ReadingEnd, string>,
}
