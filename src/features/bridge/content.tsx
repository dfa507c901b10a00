import { Fragment, type ReactNode } from 'react'

const ESTIMATED = 'status and times are estimates, and claimed withdrawals can’t be detected.'

/** A range that stays in a line. */
const DEPOSIT_TIME = <span className="whitespace-nowrap">10–15 minutes</span>

/** Every sentence about moving tokens between Ethereum and the pools’ chain. `chain` is the name of the pools’ chain. */
export const bridgeContent = {
  title: 'Bridge',
  intro: (chain: string) =>
    `Move tokens between Ethereum and ${chain} with the official Arbitrum bridge. The buttons open the bridge’s site with the form filled in; nothing is sent from this page.`,
  invalidAccount: (text: string) =>
    `“${text}” isn’t a valid address. An address is 0x followed by 40 hex characters.`,
  watching: (account: string) => `You’re watching ${account}.`,
  unknownBridge: (chain: string) =>
    `This app doesn’t know ${chain}’s bridge, so it can’t show Ethereum balances or withdrawals.`,
  ready: 'This wallet is ready to trade. Nothing needs to be bridged first.',
  toMarkets: 'Browse markets',
  noAccount: {
    title: 'No account selected',
    text: 'Connect a wallet to see what you need before you can trade, your balances on both chains and your withdrawals.',
  },
  openBridge: 'Open the bridge',
  deposit: {
    title: 'Deposit',
    token:
      'You need the market’s settlement token. USDC markets take USDC.e (bridged USDC), not native USDC. If the bridge offers both, choose USDC.e.',
    eth: (chain: string) => `You also need a little ETH on ${chain} for network fees.`,
    time: (
      <>
        Deposits from Ethereum take {DEPOSIT_TIME}. Many exchanges can send ETH directly to Arbitrum
        One. USDC withdrawn from an exchange is usually native USDC.
      </>
    ),
  },
  withdraw: {
    title: 'Withdraw',
    time: (emphasis: (text: string) => ReactNode) => (
      <>
        Withdrawals to Ethereum take {emphasis('about 7 days')}, the rollup’s challenge period.
        Until then the funds aren’t available on either chain.
      </>
    ),
    claim: (emphasis: (text: string) => ReactNode) => (
      <>
        After that you have to claim with {emphasis('a second transaction, on Ethereum')}, which
        costs ETH there. Funds don’t arrive until you claim.
      </>
    ),
    poolTokens: 'Pool tokens can’t be bridged. Burn them and claim from escrow first.',
    button: (symbol: string) => `Withdraw ${symbol}`,
  },
  balances: {
    title: 'Balances on both chains',
    token: 'Token',
    ethereum: 'Ethereum',
    nativeUsdc: 'Native USDC',
    notAccepted: '(not accepted by pools)',
    off: 'Ethereum balances aren’t available: this deployment has no Ethereum RPC.',
    failed:
      'The Ethereum RPC isn’t responding. Retrying every minute; everything else still works.',
    stale:
      'The Ethereum RPC isn’t responding. These balances are a few minutes old. Retrying every minute.',
    live: 'Ethereum balances update every minute.',
  },
  withdrawals: {
    title: 'Withdrawals to Ethereum',
    failed: (reason: string) =>
      `Withdrawals couldn’t be loaded: ${reason} The list may be incomplete. Retrying automatically.`,
    none: 'No withdrawals found.',
    range: (since: string) =>
      `Lists ETH withdrawn to this account and tokens withdrawn from it since ${since}. A few tokens, such as DAI, use their own gateway; see those on the bridge’s site.`,
    loading: 'Loading…',
    older: 'Load older',
    source: {
      off: `No Ethereum RPC configured: ${ESTIMATED}`,
      /** @param hasAnswered Whether Ethereum has answered before */
      failing: (hasAnswered: boolean) =>
        `The Ethereum RPC isn’t responding: ${hasAnswered ? 'status is from the last response.' : ESTIMATED} Retrying every minute.`,
      loading: 'Loading status from Ethereum…',
      claimedOnly:
        'Claimed status comes from Ethereum. Confirmations couldn’t be loaded, so the other status and times are estimates.',
      live: 'Status comes from Ethereum and updates every minute.',
    },
    progress: 'Challenge period progress (estimate)',
    claim: 'Claim on Ethereum',
    unknownToken: (address: ReactNode) => <>Unknown token {address}</>,
    claimed: 'Claimed',
    waiting: 'Waiting',
    waitingEstimate: 'Waiting (estimate)',
    ready: 'Ready to claim',
    readyEstimate: 'Ready (estimate)',
    unconfirmed: 'Waiting for confirmation on Ethereum',
    left: (duration: string) => `About ${duration} left`,
  },
  hint: {
    dismiss: 'Don’t show again',
    howToStart: 'How to get started',
    wrongNetwork: (chain: string) =>
      `Your wallet is on another network. Switch to ${chain} to trade.`,
    switchNetwork: 'Switch network',
    settlementToken: 'the settlement token',
    /** @param isDust Amounts too small to be of use @param isKnown Ethereum was read, and has nothing either */
    nothing: (token: ReactNode, chain: string, isDust: boolean, isKnown: boolean) => (
      <>
        This wallet has {isDust ? 'almost no' : 'no'} {token} or ETH on {chain}
        {isKnown && ' or Ethereum'}. You need both: {token} to trade and a little ETH for network
        fees.
      </>
    ),
    noGas: (chain: string) =>
      `This wallet has no ETH on ${chain} for network fees, so it can’t send transactions.`,
    littleGas: (amount: ReactNode, chain: string) => (
      <>
        This wallet has only {amount} on {chain}, which may not cover network fees.
      </>
    ),
    noEthThere:
      'It has none on Ethereum either. Get ETH first; an exchange can send it directly to Arbitrum One.',
    littleEthThere:
      'Its ETH on Ethereum is too little to bridge. Get more first; an exchange can send it directly to Arbitrum One.',
    ethThere: (amount: ReactNode) => (
      <>
        You have {amount} on Ethereum. Bridging takes {DEPOSIT_TIME}.
      </>
    ),
    ethMaybeThere: (
      <>
        Bridging ETH from Ethereum takes {DEPOSIT_TIME}. An exchange can also send it directly to
        Arbitrum One.
      </>
    ),
    bridge: (symbol: string) => `Bridge ${symbol}`,
    swapFor: (symbol: string) => `Swap for ${symbol}`,
    otherUsdc: (amount: ReactNode, taken: string, address: ReactNode) => (
      <>
        You have {amount} native USDC. Pools take {taken} ({address}) instead. Swap it first.
      </>
    ),
    none: 'none',
    almostNone: 'almost none',
    only: (amount: ReactNode) => <>only {amount}</>,
    /** Amounts in a row. */
    list: (amounts: readonly ReactNode[]) =>
      amounts.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: each has its place
        <Fragment key={index}>
          {index > 0 && (index < amounts.length - 1 ? ', ' : ' and ')}
          {amount}
        </Fragment>
      )),
    onEthereum: (
      there: ReactNode,
      here: ReactNode,
      chain: string,
      lacksEth: boolean,
      choice: string,
    ) => (
      <>
        You have {there} on Ethereum and {here} on {chain}. Bridging takes {DEPOSIT_TIME} and needs
        ETH on Ethereum for the fee
        {lacksEth && ', which this wallet doesn’t have enough of'}.{choice}
      </>
    ),
    bothOnEthereum: (
      there: ReactNode,
      transfers: number,
      chain: string,
      isNothingHere: boolean,
      choice: string,
    ) => (
      <>
        You have {there} on Ethereum but {isNothingHere ? 'none' : 'almost none'} on {chain}, where
        you need ETH for network fees. Bridge{' '}
        {transfers === 2 ? 'both now, in two transfers' : 'what you need now, one transfer each'},
        so you wait {DEPOSIT_TIME} only once.{choice}
      </>
    ),
    /** @param isKnown Ethereum was read, and has none either */
    noSettlement: (
      symbol: ReactNode,
      chain: string,
      isDust: boolean,
      isKnown: boolean,
      choice: string,
    ) => (
      <>
        This wallet has {isDust ? 'almost no' : 'no'} {symbol} on {chain}
        {isKnown && ' or Ethereum'}. {isKnown && 'Get some on Ethereum first. '}Bridging from
        Ethereum takes {DEPOSIT_TIME}.{choice}
      </>
    ),
    choose: (taken: string) => ` On the bridge choose ${taken}, not native USDC.`,
  },
}
