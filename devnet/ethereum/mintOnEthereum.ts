import type { Address } from 'viem'
import { accountAddress } from '../accounts'
import { sendAndWait } from '../controls'
import type { SettlementSymbol } from '../markets'
import { mintTokensTransaction } from '../transactions'
import type { BridgeSides } from './bridgeSides'

/** The part of the bridge that tokens on Ethereum need. */
export interface EthereumSide extends Pick<BridgeSides, 'ethereum'> {
  readonly bridge: Pick<BridgeSides['bridge'], 'tokens'>
}

/** Gives an account tokens on Ethereum. */
export async function mintOnEthereum(
  { ethereum, bridge }: EthereumSide,
  to: Address,
  symbol: SettlementSymbol,
  amount: bigint,
): Promise<void> {
  const from = accountAddress('Faucet')
  await sendAndWait(ethereum, mintTokensTransaction(from, bridge.tokens[symbol], to, amount))
}
