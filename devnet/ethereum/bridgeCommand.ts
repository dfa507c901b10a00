import { type Address, isAddress, parseEther } from 'viem'
import { ACCOUNTS } from '../accounts'
import { UsageError } from '../commandLine'
import type { Deployment } from '../deployment'
import { createDevnetClient, type DevnetClient } from '../devnetClient'
import { toWei } from '../transactions'
import { type BridgeSides, bridgeSides } from './bridgeSides'
import { depositEth, depositToken } from './deposit'
import { mintOnEthereum } from './mintOnEthereum'
import { claimWithdrawals, confirmWithdrawals } from './outbox'
import { withdrawEth, withdrawToken } from './withdrawal'

export const BRIDGE_HELP = `  bridge give WHO TOK N      gives tokens on Ethereum: bridge give Newcomer USDC 500
  bridge deposit WHO TOK N   deposits them on Ethereum, and lets them arrive at once
  bridge withdraw WHO TOK N  starts a withdrawal to Ethereum
  bridge ready               ends the waiting time of all withdrawals
  bridge claim               claims all that are ready`

/** What is done with one account's tokens or ETH. */
interface Transfer {
  readonly who: Address
  readonly symbol: 'ETH' | 'USDC' | 'BAL'
  readonly amount: bigint
}

const TRANSFERS: Readonly<
  Record<string, (sides: BridgeSides, transfer: Transfer) => Promise<string>>
> = {
  async give(sides, { who, symbol, amount }) {
    if (symbol === 'ETH') {
      const value = (await sides.ethereum.getBalance({ address: who })) + amount
      await sides.ethereum.setBalance({ address: who, value })
    } else await mintOnEthereum(sides, who, symbol, amount)
    return 'given on Ethereum'
  },
  async deposit(sides, { who, symbol, amount }) {
    if (symbol === 'ETH') await depositEth(sides, who, amount)
    else await depositToken(sides, who, symbol, amount)
    return 'brought from Ethereum'
  },
  async withdraw(sides, { who, symbol, amount }) {
    const position =
      symbol === 'ETH'
        ? await withdrawEth(sides, who, amount)
        : await withdrawToken(sides, who, symbol, amount)
    return `on the way to Ethereum, as number ${position}`
  },
}

/**
 * Moves money over the running devnet's bridge.
 *
 * @throws UsageError when the words are wrong; Error when there is no Ethereum
 */
export async function bridgeCommand(
  { client, deployment, say }: RunningBridge,
  words: readonly string[],
): Promise<void> {
  const { ethereum: part } = deployment
  const ethereum = part && createDevnetClient(part.rpcUrl, part.chainId)
  const sides = bridgeSides({ client, ethereum, deployment })
  const [verb = '', ...rest] = words
  const transfer = Object.hasOwn(TRANSFERS, verb) ? TRANSFERS[verb] : undefined
  if (transfer !== undefined) {
    const asked = readTransfer(deployment, rest)
    return say(`${rest.slice(1).reverse().join(' ')} ${await transfer(sides, asked)}.`)
  }
  if (rest.length > 0 || (verb !== 'ready' && verb !== 'claim'))
    throw new UsageError('Write give, deposit, withdraw, ready or claim after bridge. See --help.')
  if (verb === 'claim') return say(`${await claimWithdrawals(sides)} claimed on Ethereum.`)
  await confirmWithdrawals(sides)
  say('All withdrawals until now can be claimed.')
}

interface RunningBridge {
  readonly client: DevnetClient
  readonly deployment: Deployment
  readonly say: (line: string) => void
}

function readTransfer(deployment: Deployment, words: readonly string[]): Transfer {
  const [name = '', token, text = '', ...more] = words
  const known = ACCOUNTS.find((account) => account.name.toLowerCase() === name.toLowerCase())
  const who = known?.address ?? (isAddress(name, { strict: false }) ? name : undefined)
  const symbol = (['ETH', 'USDC', 'BAL'] as const).find((one) => one === token?.toUpperCase())
  const count = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0
  if (who === undefined || symbol === undefined || count <= 0 || more.length > 0)
    throw new UsageError('Write who, a token and an amount: bridge withdraw Alice USDC 100')
  const amount =
    symbol === 'ETH' ? parseEther(text) : toWei(count, deployment.tokens[symbol].decimals)
  return { who, symbol, amount }
}
