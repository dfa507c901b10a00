import { type Address, type Hex, numberToHex, pad, parseEther } from 'viem'
import { sendAndWait } from '../controls'
import type { DevnetClient } from '../devnetClient'

const ALIAS_OFFSET = 0x1111000000000000000000000000000000001111n

/**
 * Carries out on Arbitrum what a contract on Ethereum has sent there. Arbitrum's sequencer does it some ten minutes
 * later, under an address that is the contract's with an offset.
 */
export async function sendFromEthereum(
  arbitrum: DevnetClient,
  l1Contract: Address,
  to: Address,
  data: Hex,
): Promise<void> {
  const alias = pad(numberToHex(BigInt.asUintN(160, BigInt(l1Contract) + ALIAS_OFFSET)), {
    size: 20,
  })
  await arbitrum.impersonateAccount({ address: alias })
  await arbitrum.setBalance({ address: alias, value: parseEther('1') })
  try {
    await sendAndWait(arbitrum, { from: alias, to, data })
  } finally {
    await arbitrum.stopImpersonatingAccount({ address: alias })
  }
}
