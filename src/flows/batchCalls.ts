import { type Hash, isHash } from 'viem'
import type { Config } from 'wagmi'
import { getCallsStatus, getCapabilities, sendCalls } from 'wagmi/actions'
import type { Flow } from './flow'
import { type Action, isCreation } from './kinds/flowKind'

const CAPABILITIES_TIMEOUT_MS = 2_000

/**
 * Whether the connected wallet carries out several calls as one, all or none (EIP-5792). A wallet that would have to
 * change the account into a smart one first (`ready`) is not asked to.
 */
export async function canBatch(config: Config, { account, chainId }: Flow): Promise<boolean> {
  const late = new Promise<undefined>((resolve) =>
    setTimeout(resolve, CAPABILITIES_TIMEOUT_MS, undefined),
  )
  try {
    const capabilities = await Promise.race([getCapabilities(config, { account, chainId }), late])
    return capabilities?.atomic?.status === 'supported'
  } catch {
    return false
  }
}

/**
 * Hands several transactions to the wallet as one.
 *
 * @param callsId The name under which the wallet can be asked for them, whatever becomes of its answer
 * @returns The name that the wallet goes by, which should be the same; the given one where it answers with something else
 * @throws What the wallet answers
 */
export async function sendBatch(
  config: Config,
  { account, chainId }: Flow,
  actions: readonly Pick<Action, 'request'>[],
  callsId: string,
): Promise<string> {
  const calls = actions.map((action) => {
    const request = action.request()
    if (isCreation(request)) throw new RangeError('A contract cannot be created in a batch')
    const { address, abi, functionName, args, value } = request
    return { to: address, abi, functionName, args, ...(value === undefined ? {} : { value }) }
  })
  const { id } = await sendCalls(config, {
    account,
    chainId,
    calls,
    id: callsId,
    forceAtomic: true,
  })
  return typeof id === 'string' && id !== '' ? id : callsId
}

/** EIP-1193, EIP-5792: the wallet does not know the method, or will not do it in this way; it has sent nothing. */
const TURNED_DOWN = new Set([-32601, -32602, 4200, 5700, 5710, 5740, 5750, 5760])

/** Whether a wallet's error means that it takes no batch like this, and surely sent nothing. */
export function isTurnedDown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && TURNED_DOWN.has(Number(error.code))) return true
  return 'cause' in error && isTurnedDown(error.cause)
}

/** How a batch stands, by the wallet's word. */
export interface BatchState {
  readonly outcome: 'pending' | 'done' | 'cancelled' | 'reverted' | 'partly'
  /** Of the transactions that made it into blocks. */
  readonly hashes: readonly Hash[]
}

/** @throws What the wallet answers, also when it does not know the batch (5730) or is not connected */
export async function getBatchState(config: Config, callsId: string): Promise<BatchState> {
  const { statusCode, receipts } = await getCallsStatus(config, { id: callsId })
  const hashes = (receipts ?? []).map(({ transactionHash }) => transactionHash).filter(isKnownHash)
  return { outcome: batchOutcome(Number(statusCode)), hashes }
}

function isKnownHash(hash: unknown): hash is Hash {
  return typeof hash === 'string' && isHash(hash)
}

/** Whether the wallet has a batch of that name that has not failed. */
export async function isKnownBatch(config: Config, callsId: string): Promise<boolean> {
  return getBatchState(config, callsId).then(
    ({ outcome }) => outcome === 'pending' || outcome === 'done',
    () => false,
  )
}

/** @see https://eips.ethereum.org/EIPS/eip-5792#status-codes-for-status-field */
function batchOutcome(code: number): BatchState['outcome'] {
  if (code >= 600) return 'partly'
  if (code >= 500) return 'reverted'
  if (code >= 400) return 'cancelled'
  return code >= 200 && code < 300 ? 'done' : 'pending'
}

/** A name no one else has: 32 random bytes. */
export function newCallsId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
