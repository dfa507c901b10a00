import { type Address, type Client, type Hash, type Log, zeroAddress } from 'viem'
import { HEADERS_AT_ONCE } from '../../protocol/bounds'
import { getBlockHeader } from '../history/blockHeader'
import type { AccountContracts } from './accountContracts'
import type {
  AccountEntry,
  EntryPlace,
  LiquidityEntry,
  PoolPrices,
  SwapEntry,
  TokenAmount,
  TransferEntry,
} from './accountEntry'
import { explainVaultMove, type MovedToken, type VaultMove } from './explainVaultMove'
import { readPricesBefore, readReceiptLogs } from './readTrade'

/** Finds out which transfers were swaps, joins and exits on Balancer. */
export interface VaultMoveReader {
  /**
   * The same entries, with a swap, join or exit in place of the transfers that it explains. One request for each transaction
   * with the Vault, and one or more for the interval before it; none for accounts that never were there.
   *
   * @throws RPC errors, MalformedResponseError, the signal's reason
   */
  explain(
    pools: readonly AccountContracts[],
    entries: readonly AccountEntry[],
  ): Promise<AccountEntry[]>
}

export interface VaultMoveReaderOptions {
  readonly client: Client
  readonly multicall3: Address
  readonly account: Address
  readonly signal: AbortSignal
}

/** Answers that are remembered, as the newest blocks are read again and again. */
const MAX_REMEMBERED = 200

export function createVaultMoveReader(options: VaultMoveReaderOptions): VaultMoveReader {
  const { client, multicall3, account, signal } = options
  const receipts = remembering<readonly Log<bigint, number, false>[]>()
  const intervals = remembering<PoolPrices | undefined>()

  const pricesBefore = ({ committer }: AccountContracts, place: EntryPlace) =>
    intervals(`${committer}:${place.blockHash}:${place.logIndex}`, () =>
      readPricesBefore(client, multicall3, committer, place, signal),
    )

  const explainOne = async (
    transfers: readonly TransferEntry[],
    pools: readonly AccountContracts[],
  ): Promise<AccountEntry[]> => {
    const [first] = transfers
    const vault = pools.find(({ venues }) => venues?.vault !== undefined)?.venues?.vault
    if (first === undefined || vault === undefined) return [...transfers]
    const { transactionHash, blockHash, blockNumber } = first
    const logs = await receipts(`${blockHash}:${transactionHash}`, () =>
      readReceiptLogs(client, transactionHash, blockHash, signal),
    )
    const lps = pools.flatMap(({ venues }) => venues?.lps ?? [])
    const move = explainVaultMove(logs, account, vault, lps)
    if (move === undefined) return [...transfers]
    const explained = pools.flatMap((contracts) => entriesOf(move, first, contracts) ?? [])
    if (explained.length === 0) return [...transfers]
    const moved = tokensOf(move)
    const isOf = ({ pool, logIndex }: TransferEntry) =>
      moved.some((token) => token.logIndex === logIndex) &&
      explained.some(({ entry }) => entry.pool === pool)
    const timestampSec =
      first.timestampSec ?? (await getBlockHeader(client, blockNumber, signal)).timestampSec
    const valued: AccountEntry[] = []
    for (const { entry, contracts, isPriced } of explained) {
      const prices = isPriced ? await pricesBefore(contracts, entry) : undefined
      valued.push({ ...entry, timestampSec, ...(prices && { prices }) })
    }
    return [...transfers.filter((entry) => !isOf(entry)), ...valued]
  }

  return {
    async explain(pools, entries) {
      const touching = new Map<Hash, TransferEntry[]>()
      const venuesOf = new Map(pools.map(({ pool, venues }) => [pool, venues]))
      for (const entry of entries) {
        if (entry.kind !== 'received' && entry.kind !== 'sent') continue
        const venues = venuesOf.get(entry.pool)
        // Only of tokens that a known liquidity pool holds: strangers' tokens could ask for any number of transactions.
        if (venues === undefined || venues.lps.length === 0) continue
        const { transactionHash, other } = entry
        const isVault = other.toLowerCase() === venues.vault?.toLowerCase()
        if (!isVault && !(entry.side === 'lp' && other === zeroAddress)) continue
        touching.set(transactionHash, [...(touching.get(transactionHash) ?? []), entry])
      }
      const taken = new Set<AccountEntry>([...touching.values()].flat())
      const explained: AccountEntry[] = []
      const groups = [...touching.values()]
      for (let start = 0; start < groups.length; start += HEADERS_AT_ONCE) {
        const some = groups.slice(start, start + HEADERS_AT_ONCE)
        const found = await Promise.all(some.map((group) => explainOne(group, pools)))
        explained.push(...found.flat())
      }
      return [...entries.filter((entry) => !taken.has(entry)), ...explained]
    },
  }
}

interface Explained {
  readonly entry: SwapEntry | LiquidityEntry
  readonly contracts: AccountContracts
  readonly isPriced: boolean
}

/** What a move is to one pool; undefined where it is nothing to it, or a token in it is not known. */
function entriesOf(
  move: VaultMove,
  { blockNumber, blockHash, transactionHash }: TransferEntry,
  contracts: AccountContracts,
): Explained | undefined {
  const { pool, venues } = contracts
  const placeAt = (logIndex: number) => ({
    pool,
    blockNumber,
    blockHash,
    transactionHash,
    logIndex,
  })
  if (move.kind !== 'swap') {
    const lp = venues?.lps.find(({ address }) => address.toLowerCase() === move.lp.token)
    const amounts = move.tokens.map((moved) => amountOf(moved, contracts))
    const known = amounts.filter((amount) => amount !== undefined)
    if (lp === undefined || known.length < amounts.length) return undefined
    const entry = {
      ...placeAt(move.lp.logIndex),
      kind: move.kind,
      lp: lp.address,
      lpTokens: move.lp.amount,
      amounts: known,
    }
    return { entry, contracts, isPriced: lp.isPriced }
  }
  const given = amountOf(move.given, contracts)
  const received = amountOf(move.received, contracts)
  if (given === undefined || received === undefined) return undefined
  const isSide = ({ of }: TokenAmount) => of === 'long' || of === 'short'
  if (!isSide(given) && !isSide(received)) return undefined
  const { logIndex } = isSide(given) ? move.given : move.received
  const entry = { ...placeAt(logIndex), kind: 'swap', given, received } as const
  return { entry, contracts, isPriced: given.of !== 'other' && received.of !== 'other' }
}

function amountOf(
  { token, amount }: MovedToken,
  { longToken, shortToken, settlementToken, venues }: AccountContracts,
): TokenAmount | undefined {
  if (token === longToken.toLowerCase()) return { of: 'long', amount }
  if (token === shortToken.toLowerCase()) return { of: 'short', amount }
  if (token === settlementToken.toLowerCase()) return { of: 'settlement', amount }
  const facts = (venues?.lps ?? [])
    .flatMap(({ tokens }) => tokens)
    .find(({ address }) => address.toLowerCase() === token)
  return facts && { of: 'other', token: facts, amount }
}

function tokensOf(move: VaultMove): readonly MovedToken[] {
  return move.kind === 'swap' ? [move.given, move.received] : [move.lp, ...move.tokens]
}

/** Remembers the newest answers by key; one that failed is asked for again. */
function remembering<answer>() {
  const known = new Map<string, answer>()
  return async (key: string, read: () => Promise<answer>): Promise<answer> => {
    if (known.has(key)) return known.get(key) as answer
    const found = await read()
    const [oldest] = known.keys()
    if (known.size >= MAX_REMEMBERED && oldest !== undefined) known.delete(oldest)
    known.set(key, found)
    return found
  }
}
