import { parseEther } from 'viem'
import { accountAddress, NEWCOMER } from '../accounts'
import { toWei } from '../transactions'
import { type EthereumSide, mintOnEthereum } from './mintOnEthereum'

/** In whole tokens. */
const TOKENS = { USDC: 5_000, BAL: 1_000 } as const
const ETH = '1.5'

/** Gives the newcomer what a newcomer has: tokens on Ethereum, and ETH there to bring them over. */
export async function fundNewcomer(sides: EthereumSide): Promise<void> {
  const address = accountAddress(NEWCOMER)
  await sides.ethereum.setBalance({ address, value: parseEther(ETH) })
  for (const symbol of ['USDC', 'BAL'] as const) {
    const { decimals } = sides.bridge.tokens[symbol]
    await mintOnEthereum(sides, address, symbol, toWei(TOKENS[symbol], decimals))
  }
}
