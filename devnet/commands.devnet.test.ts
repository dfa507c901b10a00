import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseUnits } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from './commandLine'
import { runCommand } from './commands'
import { type Devnet, startDevnet } from './devnet'
import { pickMarkets } from './markets'
import { tokenAbi } from './protocolAbi'

const file = join(mkdtempSync(join(tmpdir(), 'devnet-')), 'deployment.json')
const somebody = '0x00000000000000000000000000000000000000f2'
let devnet: Devnet

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC', '3-ETH/USD+USDC')
  devnet = await startDevnet({
    pastSec: 0,
    keeper: false,
    walk: false,
    markets,
    deploymentFile: file,
  })
}, 30_000)
afterAll(() => devnet.stop())

async function run(command: string): Promise<string> {
  const lines: string[] = []
  await runCommand(command.split(' '), file, (line) => lines.push(line))
  return lines.join('\n')
}

describe('a command', () => {
  it('sets a price, also by a percentage', async () => {
    expect(await run('price eth 3500')).toBe('ETH 3,400 → 3,500 USD')
    expect(await run('price ETH -10%')).toBe('ETH 3,500 → 3,150 USD')
    expect(await run('price ETH +2.5%')).toBe('ETH 3,150 → 3,228.75 USD')
  })

  it('moves the clock and performs what is due then, and nothing else', async () => {
    expect(await run('upkeep')).toBe('Nothing is due.')
    const { timestamp: before } = await devnet.client.getBlock()
    expect(await run('time 2m')).toMatch(/^It is 20.* on the devnet\.$/)
    const { timestamp: after } = await devnet.client.getBlock()
    expect(Number(after - before)).toBeGreaterThanOrEqual(120)
    expect(await run('status')).toMatch(
      /1-BTC\/USD\+USDC .* late by \d+ s\n3-ETH.* upkeep in \d+ s/,
    )
    expect(await run('upkeep 3-ETH/USD+USDC')).toBe('Nothing is due.')
    expect(await run('upkeep')).toMatch(/^1-BTC\/USD\+USDC +#\d+ {2}97,000\.00 → 97,000\.00/)
  })

  it('gives tokens', async () => {
    expect(await run(`faucet ${somebody} usdc 12.5`)).toContain('has been given 12.5 USDC')
    expect(await run(`faucet ${somebody}`)).toContain('10 ETH, 10,000 USDC and 5,000 BAL')
    const balance = await devnet.client.readContract({
      address: devnet.deployment.tokens.USDC.address,
      abi: tokenAbi,
      functionName: 'balanceOf',
      args: [somebody],
    })
    expect(balance).toBe(parseUnits('10012.5', 6))
  })

  it.each([
    ['dance', 'There is no command "dance"'],
    ['toString', 'There is no command "toString"'],
    ['price', 'price ETH 3500'],
    ['price DOGE 1', 'There is no price for "DOGE", only for BTC, ETH, BAL.'],
    ['price ETH 1e5', '"1e5" is no price'],
    ['price ETH -100%', '"-100%" is no price'],
    ['time', 'time 1h'],
    ['time 1w', '"1w" is no duration'],
    ['faucet 0x12', 'Write an address'],
    [`faucet ${somebody} DOGE 1`, 'Write a token and an amount'],
    [`faucet ${somebody} USDC 0`, 'Write a token and an amount'],
    ['upkeep 9-DOGE', 'There is no market "9-DOGE", only 1-BTC/USD+USDC, 3-ETH/USD+USDC.'],
  ])('%j is refused with a sentence', async (command, words) => {
    await expect(run(command)).rejects.toThrow(UsageError)
    await expect(run(command)).rejects.toThrow(words)
  })
})
