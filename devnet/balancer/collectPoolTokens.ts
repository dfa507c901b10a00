import type { Address } from 'viem'
import { accountAddress } from '../accounts'
import { sendAndWait } from '../controls'
import type { DeployedMarket } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { readHoldings } from '../holdings'
import { tokenAbi } from '../protocolAbi'
import { sendFrom } from '../sendFrom'
import { claimTransaction } from '../transactions'

/** The share that each of the markets' first holders gives away, in percent. */
const GIVEN_PERCENT = 40n

/**
 * Moves a share of the bots' pool tokens to another account. Pool tokens cannot be minted on request: a mint takes as long as its
 * market's front-running interval.
 */
export async function collectPoolTokens(
  client: DevnetClient,
  markets: readonly DeployedMarket[],
  to: Address,
): Promise<void> {
  for (const market of markets) {
    for (const name of ['Dora', 'Emil', 'Frida', 'Gustav']) {
      const holder = sendFrom(client, accountAddress(name))
      const { escrow } = await readHoldings(client, market, holder.address)
      if (escrow.long + escrow.short > 0n)
        // A pool can owe more tokens than it holds until its next mint: then this bot gives what is in its wallet.
        await sendAndWait(client, claimTransaction(holder.address, market)).catch(() => undefined)
      for (const token of [market.longToken, market.shortToken]) {
        const given = ((await holder.balanceOf(token)) * GIVEN_PERCENT) / 100n
        if (given > 0n) await holder.call(token, tokenAbi, 'transfer', [to, given])
      }
    }
  }
}
