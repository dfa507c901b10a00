import { type Address, formatEther, isAddressEqual, parseEventLogs } from 'viem'
import { accountAddress } from './accounts'
import { sendAndWait } from './controls'
import type { DeployedMarket, Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { autoClaimAbi } from './protocolAbi'
import { paidClaimTransaction } from './transactions'

/** Someone's paid wish to have a market's escrow claimed for them. */
interface ClaimRequest {
  readonly user: Address
  readonly market: DeployedMarket
}

/** Claims for those who have paid for it. */
export interface ClaimBot {
  /**
   * Looks for new requests, and claims what can be claimed by now.
   *
   * @returns How many claims were paid
   */
  beat(): Promise<number>
}

/**
 * A bot that watches AutoClaim from the next block on. It claims as soon as a request's interval has been executed,
 * and is paid what the request offers.
 *
 * @param log Told one line for each claim
 */
export function createClaimBot(
  client: DevnetClient,
  deployment: Deployment,
  log: (line: string) => void,
): ClaimBot {
  const { autoClaim } = deployment.contracts
  const open = new Map<string, ClaimRequest>()
  let nextBlock: bigint | undefined

  const findRequests = async () => {
    const head = await client.getBlockNumber()
    const fromBlock = nextBlock ?? head
    if (fromBlock > head) return
    const logs = await client.getLogs({ address: autoClaim, fromBlock, toBlock: head })
    nextBlock = head + 1n
    const wishes = parseEventLogs({ abi: autoClaimAbi, eventName: 'PaidClaimRequestUpdate', logs })
    for (const { args } of wishes) {
      const market = deployment.markets.find(({ committer }) =>
        isAddressEqual(committer, args.poolCommitter),
      )
      if (market !== undefined)
        open.set(`${args.user} ${market.committer}`, { user: args.user, market })
    }
  }

  const claim = async ({ user, market }: ClaimRequest) => {
    const from = accountAddress('Claim bot')
    const { logs } = await sendAndWait(
      client,
      paidClaimTransaction(from, autoClaim, user, market.committer),
    )
    const [paid] = parseEventLogs({ abi: autoClaimAbi, eventName: 'PaidRequestExecution', logs })
    if (paid === undefined) return false
    log(`${market.name.padEnd(15)} claimed for ${user}, paid ${formatEther(paid.args.reward)} ETH`)
    return true
  }

  /** A paused pool's requests are due too, and wait until it goes on. */
  const canClaim = async (args: readonly [Address, Address]) => {
    const contract = { address: autoClaim, abi: autoClaimAbi, args } as const
    if (!(await client.readContract({ ...contract, functionName: 'checkUserClaim' }))) return false
    return client.simulateContract({ ...contract, functionName: 'paidClaim' }).then(
      () => true,
      () => false,
    )
  }

  return {
    async beat() {
      await findRequests()
      let claims = 0
      for (const [key, request] of open) {
        const args = [request.user, request.market.committer] as const
        const [, reward] = await client.readContract({
          address: autoClaim,
          abi: autoClaimAbi,
          functionName: 'claimRequests',
          args,
        })
        // Claimed or withdrawn by someone else meanwhile.
        if (reward === 0n) open.delete(key)
        else if (await canClaim(args)) {
          if (await claim(request)) claims++
          open.delete(key)
        }
      }
      return claims
    },
  }
}
