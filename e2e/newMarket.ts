import type { Page } from '@playwright/test'
import { type Address, concatHex, encodeFunctionData, type Hex, numberToHex, parseAbi } from 'viem'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { leveragedPoolAbi } from '../devnet/protocolAbi'
import { addressOf } from './addressOf'

/** The link to a plan for a 5x ETH market settled in BAL; a test that makes one changes what no other test does. */
export function planLink(devnet: Devnet, change: Readonly<Record<string, string>> = {}): string {
  const { tokens, feeds } = devnet.deployment
  const plan = {
    token: tokens.BAL.address,
    feed: feeds['ETH/USD'].address,
    leverage: '5',
    interval: '1 min',
    front: '15 s',
    mint: '0.3',
    burn: '0.1',
  }
  return `/create?${new URLSearchParams({ ...plan, ...change })}`
}

/** The addresses that the page shows, by their names. */
export function shownAddresses(page: Page): Promise<Record<string, string>> {
  return page
    .getByRole('region', { name: 'Contract addresses' })
    .evaluate((region) =>
      Object.fromEntries(
        Array.from(region.querySelectorAll('dt'), (term) => [
          term.textContent,
          term.nextElementSibling?.querySelector('[data-tip]')?.getAttribute('data-tip') ?? '',
        ]),
      ),
    )
}

/** The addresses that a pool has on the chain, by the page's names. */
export async function realAddresses({ client }: Devnet, pool: Address) {
  const about = { address: pool, abi: leveragedPoolAbi } as const
  const [committer, [long, short], wrapper] = await client.multicall({
    allowFailure: false,
    contracts: [
      { ...about, functionName: 'poolCommitter' },
      { ...about, functionName: 'poolTokens' },
      { ...about, functionName: 'oracleWrapper' },
    ],
  })
  return { Pool: pool, Committer: committer, 'Long token': long, 'Short token': short, wrapper }
}

/** What tests need to know of a market that was made in the browser. */
export async function madeMarket(devnet: Devnet, pool: Address): Promise<DeployedMarket> {
  const real = await realAddresses(devnet, pool)
  const [like] = devnet.deployment.markets.filter(
    ({ settlementSymbol }) => settlementSymbol === 'BAL',
  )
  if (like === undefined) throw new Error('no market in BAL')
  const { Committer: committer, 'Long token': longToken, 'Short token': shortToken } = real
  return { ...like, pool, committer, longToken, shortToken, oracleWrapper: real.wrapper }
}

/** Makes the factory ask a fee, in millionths of a USDC; 0n for none. */
export async function askFee(devnet: Devnet, amount: bigint): Promise<void> {
  const { contracts, tokens } = devnet.deployment
  const governance = addressOf(devnet, 'Deployer')
  const abi = parseAbi(['function setDeploymentFee(address, uint256, address)'])
  const data = encodeFunctionData({ abi, args: [tokens.USDC.address, amount, governance] })
  await sendAndWait(devnet.client, { from: governance, to: contracts.poolFactory, data })
}

/** Puts a fake contract somewhere that answers any call with the same words. */
export async function placeFake(
  { client }: Devnet,
  address: Address,
  words: readonly bigint[],
): Promise<Address> {
  const size = numberToHex(words.length * 32, { size: 1 })
  // Copies what stands behind these twelve bytes into memory, and returns it.
  const code: Hex[] = ['0x60', size, '0x600c60003960', size, '0x6000f3']
  const bytecode = concatHex([...code, ...words.map((word) => numberToHex(word, { size: 32 }))])
  await client.setCode({ address, bytecode })
  return address
}
