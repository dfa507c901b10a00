import type { Chain } from 'viem'
import type { Config } from 'wagmi'
import { switchChain } from 'wagmi/actions'
import { describeSwitchFailure } from '../chain/describeSwitchFailure'

/** A wallet that says yes and does nothing never ends the request. */
const PATIENCE_MS = 20_000

/**
 * Asks the connected wallet to go to the app's network.
 *
 * @returns What to say when it does not
 */
export async function askForNetwork(config: Config, chain: Chain): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, PATIENCE_MS)
  })
  try {
    await Promise.race([switchChain(config, { chainId: chain.id }), silence])
    return undefined
  } catch (error) {
    return describeSwitchFailure(error, chain)
  } finally {
    clearTimeout(timer)
  }
}
