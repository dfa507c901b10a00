import { type Address, encodeEventTopics, type Hex, type Log, pad, parseEventLogs } from 'viem'
import { vaultAbi } from '../balancer/balancerAbi'
import { tokenEventAbi } from '../history/eventAbi'
import type { PoolLp } from './poolVenues'

/** What one account did with Balancer's Vault in one transaction. Tokens in lower case, amounts in base units. */
export type VaultMove =
  | { readonly kind: 'swap'; readonly given: MovedToken; readonly received: MovedToken }
  | {
      readonly kind: 'join' | 'exit'
      readonly lp: MovedToken
      readonly tokens: readonly MovedToken[]
    }

/** A token and the one transfer that moved it. */
export interface MovedToken {
  readonly token: string
  readonly amount: bigint
  readonly logIndex: number
}

const [TRANSFER] = encodeEventTopics({ abi: tokenEventAbi, eventName: 'Transfer' })

/** What went from and to the account in a token, and how often. */
interface Flow extends MovedToken {
  readonly isOut: boolean
}

/**
 * Finds out what an account did with the Vault from all logs of the transaction. It counts who the tokens were taken from and
 * given to, not who has sent the transaction: a wallet that is a contract sends through others, and anyone can have the Vault
 * send tokens to anyone. So everything that the Vault's swaps, joins and exits took and gave in the transaction has to have come
 * from, and gone to, this account, token for token and to the unit. ETH, internal balances, two people's swaps in one transaction
 * and tokens that someone else paid for leave a difference.
 *
 * @returns Undefined where anything is left unexplained
 */
export function explainVaultMove(
  logs: readonly Log<bigint, number, false>[],
  account: Address,
  vault: Address,
  lps: readonly Pick<PoolLp, 'address' | 'id'>[],
): VaultMove | undefined {
  const flows = flowsOf(logs, account, vault, lps)
  const said = vaultSums(logs, account, vault)
  if (flows === undefined || said === undefined) return undefined
  const isLp = ({ token }: Flow) => lps.some(({ address }) => address.toLowerCase() === token)
  const lpFlows = flows.filter(isLp)
  const own = flows.filter((flow) => !isLp(flow))
  // Several transfers of one token cannot be told apart.
  if (new Set(flows.map(({ token }) => token)).size < flows.length) return undefined
  const left = new Map(said.sums)
  for (const { token, amount, isOut } of own)
    left.set(token, (left.get(token) ?? 0n) - (isOut ? amount : -amount))
  if ([...left.values()].some((amount) => amount !== 0n)) return undefined
  const outs = own.filter(({ isOut }) => isOut)
  const ins = own.filter(({ isOut }) => !isOut)
  const [given] = outs
  const [received] = ins
  if (said.changes.length === 0) {
    const isSwap = said.swaps > 0 && outs.length === 1 && ins.length === 1 && lpFlows.length === 0
    if (!isSwap || given === undefined || received === undefined) return undefined
    return { kind: 'swap', given, received }
  }
  const [lp] = lpFlows
  const [changed] = said.changes
  if (lp === undefined || lpFlows.length > 1 || said.changes.length > 1 || said.swaps > 0)
    return undefined
  const isSame = lps.some(({ address, id }) => address.toLowerCase() === lp.token && id === changed)
  const isJoin = !lp.isOut
  if (!isSame || (isJoin ? ins : outs).length > 0 || own.length === 0) return undefined
  return { kind: isJoin ? 'join' : 'exit', lp, tokens: own }
}

/** Transfers between the account and the Vault, and LP tokens that were made for it or burned. */
function flowsOf(
  logs: readonly Log<bigint, number, false>[],
  account: Address,
  vault: Address,
  lps: readonly Pick<PoolLp, 'address'>[],
): Flow[] | undefined {
  const [own, other, nobody] = [topicOf(account), topicOf(vault), topicOf('0x00')]
  const lpTokens = new Set(lps.map(({ address }) => address.toLowerCase()))
  const flows: Flow[] = []
  for (const log of logs) {
    const [event, from, to] = log.topics
    const token = log.address.toLowerCase()
    if (event !== TRANSFER || (from !== own && to !== own) || from === to) continue
    const counterparty = from === own ? to : from
    if (counterparty !== (lpTokens.has(token) ? nobody : other)) continue
    const [parsed] = parseEventLogs({ abi: tokenEventAbi, eventName: 'Transfer', logs: [log] })
    if (parsed === undefined) return undefined
    const { value } = parsed.args
    if (value > 0n)
      flows.push({ token, amount: value, logIndex: log.logIndex, isOut: from === own })
  }
  return flows
}

/** What the Vault says that it took in all, less what it gave, by token. */
function vaultSums(logs: readonly Log<bigint, number, false>[], account: Address, vault: Address) {
  const sums = new Map<string, bigint>()
  const changes: Hex[] = []
  let swaps = 0
  const add = (token: Address, amount: bigint) => {
    const key = token.toLowerCase()
    sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  const own = logs.filter(({ address }) => address.toLowerCase() === vault.toLowerCase())
  for (const { eventName, args } of parseEventLogs({ abi: vaultAbi, logs: [...own] })) {
    if (eventName === 'Swap') {
      swaps++
      add(args.tokenIn, args.amountIn)
      add(args.tokenOut, -args.amountOut)
    } else {
      if (args.liquidityProvider.toLowerCase() !== account.toLowerCase()) return undefined
      changes.push(args.poolId)
      args.tokens.forEach((token, index) => {
        add(token, args.deltas[index] ?? 0n)
      })
    }
  }
  return { sums, changes, swaps }
}

function topicOf(address: Address): Hex {
  return pad(address.toLowerCase() as Hex)
}
