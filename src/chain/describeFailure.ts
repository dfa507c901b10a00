import {
  BaseError,
  ContractFunctionRevertedError,
  InsufficientFundsError,
  TransactionExecutionError,
  UserRejectedRequestError,
} from 'viem'
import { LaggingRpcError, MalformedResponseError, UnreadMarketError } from './errors'

/** Why something was not sent. `code` is stable, `message` a sentence for people. */
export interface Failure {
  readonly code:
    | 'REJECTED'
    | 'REVERTED'
    | 'NO_ALLOWANCE'
    | 'NO_GAS_MONEY'
    | 'RPC'
    | 'WRONG_CHAIN'
    | 'WRONG_ACCOUNT'
    | 'NOT_ALLOWED'
    | 'WALLET'
    | 'NO_FEES'
    | 'NO_REWARDS'
    | 'NOT_OWN'
    | 'QUEUE_FULL'
    | 'CLAIM_OFFER'
    | 'FIGURES_CHANGED'
    | 'CONSENT_CHANGED'
    | 'UNKNOWN'
  readonly message: string
}

/** How a reason begins, and what it says to people. */
export type RevertSentences = readonly (readonly [begins: string, sentence: string])[]

const NO_ALLOWANCE = ['ERC20: transfer amount exceeds allowance', 'ERC20: insufficient allowance']

/** The contracts' own words (their reverts are strings), and ours. Matched by their beginning: some are cut. */
const REVERT_SENTENCES: RevertSentences = [
  [
    'Pool is paused',
    'This pool is paused. Commits and claims are disabled until governance unpauses it.',
  ],
  ['Amount must not be zero', 'The amount must be more than zero.'],
  ['Insufficient pool tokens', 'Not enough pool tokens in escrow.'],
  ['Insufficient settlement tokens', 'Not enough settlement tokens in escrow.'],
  ['ERC20: transfer amount exceeds balance', 'Your wallet no longer holds this amount.'],
  ...NO_ALLOWANCE.map(
    (begins) =>
      [
        begins,
        'The approval no longer covers this amount. Dismiss this request and start again.',
      ] as const,
  ),
  ['ERC20: burn amount exceeds balance', 'Your wallet no longer holds this many pool tokens.'],
  [
    'SafeERC20: low-level call failed',
    'The settlement token transfer failed. Check your balance and approval.',
  ],
  ['msg.sender not committer or Auto', 'Only the account that committed can claim.'],
  ['Must pay for claim', 'Auto-claim needs an ETH reward.'],
  ['msg.value must be zero', 'Don’t send ETH without auto-claim.'],
  [
    'Deployer must be oracle wrapper',
    'Only the account that deployed the oracle wrapper can create this pool.',
  ],
  ['ERC1167: create2 failed', 'A pool with this wrapper, token and leverage already exists.'],
  ['Fee >= 100%', 'The management fee for one interval would be 100% or more.'],
]

/** The reason string of a contract's revert, if the error is one. */
export function revertReason(error: unknown): string | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  if (!(revert instanceof ContractFunctionRevertedError)) return undefined
  // viem takes every internal error (−32603) for a revert; wallets answer so when their own RPC timed out.
  if (revert.raw === undefined && !/revert/i.test(`${revert.reason} ${error.details}`))
    return undefined
  return revert.reason ?? revert.data?.errorName ?? ''
}

/**
 * The sentence for a revert's reason string.
 *
 * @param own What reasons mean in one kind of transaction, where that differs from the others
 */
export function describeRevert(reason: string, own: RevertSentences = []): string {
  const known = [...own, ...REVERT_SENTENCES].find(([begins]) => reason.startsWith(begins))
  if (known !== undefined) return known[1]
  return reason === ''
    ? 'The contract reverted without a reason.'
    : `The contract reverted: “${reason}”.`
}

/** What went wrong before anything was sent, in words; a wallet's own error (`WALLET`) leaves open whether it was. */
export function describeFailure(error: unknown, own: RevertSentences = []): Failure {
  if (isRejection(error))
    return {
      code: 'REJECTED',
      message: 'You rejected the request in your wallet. Nothing was sent.',
    }
  if (isOnAnotherChain(error))
    return { code: 'WRONG_CHAIN', message: 'Your wallet is on another network. Nothing was sent.' }
  const reason = revertReason(error)
  if (reason !== undefined)
    return {
      code: NO_ALLOWANCE.some((begins) => reason.startsWith(begins)) ? 'NO_ALLOWANCE' : 'REVERTED',
      message: `${describeRevert(reason, own)} Nothing was sent.`,
    }
  if (error instanceof BaseError && error.walk((cause) => cause instanceof InsufficientFundsError))
    return {
      code: 'NO_GAS_MONEY',
      message: 'Your wallet doesn’t have enough ETH for the network fee. Nothing was sent.',
    }
  const fromWallet = describeWalletError(error)
  if (fromWallet !== undefined) return fromWallet
  if (error instanceof BaseError)
    return {
      code: 'RPC',
      message: `The RPC request failed: ${error.shortMessage} Nothing was sent.`,
    }
  const sentence = sentenceOfRead(error)
  if (sentence !== undefined)
    return { code: 'RPC', message: `${sentence} Nothing was sent. Try again.` }
  const text = error instanceof Error ? error.message : String(error)
  return { code: 'UNKNOWN', message: `Unexpected error: ${text}. Nothing was sent.` }
}

/** What our own errors of reading say to people; undefined for any other. */
function sentenceOfRead(error: unknown): string | undefined {
  if (error instanceof LaggingRpcError) return 'The RPC returned outdated data.'
  if (error instanceof MalformedResponseError) return 'The RPC returned an invalid response.'
  return error instanceof UnreadMarketError ? error.message : undefined
}

/** Whether a failure to send is one that comes before anything is broadcast. */
export function isDefinitelyUnsent({ code }: Failure): boolean {
  return ['REVERTED', 'NO_ALLOWANCE', 'NO_GAS_MONEY', 'WRONG_CHAIN', 'NOT_ALLOWED'].includes(code)
}

/** EIP-1193: codes that only a wallet gives, and that come before it sends. */
const NOT_ALLOWED: readonly (readonly [code: number, sentence: string])[] = [
  [4100, 'Your wallet hasn’t authorized this account. Reconnect your wallet.'],
  [4200, 'Your wallet doesn’t support this.'],
  [4901, 'Your wallet isn’t connected to this network.'],
]

/** What a wallet itself answered; undefined when the error is none of a wallet's. */
function describeWalletError(error: unknown): Failure | undefined {
  if (error instanceof Error && /ConnectorNotConnected|ConnectorAccountNotFound/.test(error.name))
    return { code: 'NOT_ALLOWED', message: 'Your wallet isn’t connected. Nothing was sent.' }
  const known = NOT_ALLOWED.find(([code]) => hasErrorCode(error, code))
  if (known !== undefined) return { code: 'NOT_ALLOWED', message: `${known[1]} Nothing was sent.` }
  if (hasErrorCode(error, 4900))
    return { code: 'WALLET', message: 'Your wallet lost its network connection.' }
  if (!(error instanceof BaseError)) return undefined
  // viem wraps in this what was asked of a wallet, and nothing else.
  if (error.walk((cause) => cause instanceof TransactionExecutionError) === null) return undefined
  const words = error.details || error.shortMessage
  return { code: 'WALLET', message: `Your wallet returned an error: “${words}”.` }
}

/** Whether the person declined: EIP-1193 code 4001, however deep a wallet library has wrapped it. */
export function isRejection(error: unknown): boolean {
  return (
    hasErrorCode(error, 4001) ||
    (error instanceof BaseError &&
      error.walk((cause) => cause instanceof UserRejectedRequestError) !== null)
  )
}

/** viem and wagmi look at the wallet's chain before they ask it for anything. */
function isOnAnotherChain(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (/ChainMismatchError$/.test(error.name)) return true
  return error.cause !== undefined && isOnAnotherChain(error.cause)
}

function hasErrorCode(error: unknown, code: number): boolean {
  if (error instanceof BaseError) return error.walk((cause) => hasCode(cause, code)) !== null
  return hasCode(error, code)
}

function hasCode(error: unknown, code: number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
