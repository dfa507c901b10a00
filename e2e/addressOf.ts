import type { Address } from 'viem'
import type { Devnet } from '../devnet/devnet'

/** A person's address. */
export function addressOf(devnet: Devnet, person: string): Address {
  const account = devnet.deployment.accounts.find(({ name }) => name === person)
  if (account === undefined) throw new Error(`The devnet knows no ${person}`)
  return account.address
}
