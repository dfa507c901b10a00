import { type Address, bytesToHex, type Hex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'

/** What an account of the devnet is there for. Only people are offered as wallets. */
type AccountRole = 'system' | 'person' | 'bot'

export interface DevnetAccount {
  readonly name: string
  readonly role: AccountRole
  readonly address: Address
  /** Publicly known: derived from anvil's standard mnemonic. */
  readonly privateKey: Hex
}

const MNEMONIC = 'test test test test test test test test test test test junk'

/** Roles by position on anvil's derivation path. */
const ROSTER: readonly (readonly [name: string, role: AccountRole])[] = [
  ['Alice', 'person'],
  ['Bob', 'person'],
  ['Carol', 'person'],
  ['Newcomer', 'person'],
  ['Deployer', 'system'],
  ['Keeper', 'system'],
  ['Price pusher', 'system'],
  ['Faucet', 'system'],
  ['Dora', 'bot'],
  ['Emil', 'bot'],
  ['Frida', 'bot'],
  ['Gustav', 'bot'],
  ['Claim bot', 'system'],
  ['Bridge', 'system'],
  ['Market maker', 'system'],
  ['Swapper', 'system'],
]

/** The one who has just heard of the pools: everything is on Ethereum still, and nothing is here. */
export const NEWCOMER = 'Newcomer'

/** How many accounts anvil has to unlock. */
export const ACCOUNT_COUNT = ROSTER.length

/** All accounts of the devnet, in anvil's order. */
export const ACCOUNTS: readonly DevnetAccount[] = ROSTER.map(([name, role], addressIndex) => {
  const account = mnemonicToAccount(MNEMONIC, { addressIndex })
  const key = account.getHdKey().privateKey
  if (key === null) throw new Error(`No private key for ${name}`)
  return { name, role, address: account.address, privateKey: bytesToHex(key) }
})

/**
 * The address of an account by its name.
 *
 * @throws Error when there is no such account
 */
export function accountAddress(name: string): Address {
  const account = ACCOUNTS.find((candidate) => candidate.name === name)
  if (account === undefined) throw new Error(`The devnet has no account called ${name}`)
  return account.address
}
