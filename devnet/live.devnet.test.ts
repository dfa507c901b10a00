import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { readAnswers, toPrices } from './controls'
import { readDeployment } from './deployment'
import { type Devnet, startDevnet } from './devnet'
import type { DevnetOptions } from './devnetOptions'
import { dueMarkets } from './keeper'
import { generateMarkets, pickMarkets } from './markets'
import { leveragedPoolAbi } from './protocolAbi'

const started: Devnet[] = []
const FAST = pickMarkets('1-BTC/USD+USDC', '3-BTC/USD+USDC')

async function start(options: DevnetOptions = {}): Promise<Devnet> {
  const devnet = await startDevnet({ pastSec: 0, markets: FAST, ...options })
  started.push(devnet)
  return devnet
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((devnet) => devnet.stop()))
})

describe('a running devnet', () => {
  it('upkeeps what is due after a jump in time, one line for each', async () => {
    const lines: string[] = []
    const devnet = await start({ walk: false, log: (line) => lines.push(line) })
    await devnet.setPrice('BTC', 98_000)
    await devnet.increaseTime(20 * 60)
    await expect
      .poll(() => lines.filter((line) => line.startsWith('1-BTC/USD+USDC')).length, WITHIN)
      .toBe(2)
    expect(lines[0]).toMatch(/^1-BTC\/USD\+USDC +#\d+ {2}97,000\.00 → 98,000\.00 {2}\+\d.* USDC$/)
    await expect.poll(() => dueMarkets(devnet.client, devnet.deployment), WITHIN).toEqual([])
  })

  it('follows the clock, moves its prices, and goes on from a price set by hand', async () => {
    const devnet = await start({ keeper: false })
    const { client, deployment } = devnet
    const before = await client.getBlockNumber()
    await devnet.setPrice('ETH', 5_000)
    const eth = async () => toPrices(await readAnswers(client, deployment)).ETH
    await devnet.increaseTime(30)
    const wentOn = (usd: number) => usd !== 5_000 && usd > 4_800 && usd < 5_200
    await expect.poll(eth, WITHIN).toSatisfy(wentOn)
    await expect.poll(() => client.getBlockNumber(), WITHIN).toBeGreaterThan(before + 3n)
    const { timestamp } = await client.getBlock()
    expect(Math.abs(Number(timestamp) - 30 - Date.now() / 1_000)).toBeLessThan(4)
  })

  it('leaves upkeeps and prices alone when asked to', async () => {
    const devnet = await start({ keeper: false, walk: false })
    await devnet.increaseTime(600)
    await setTimeout(1_500)
    expect(await dueMarkets(devnet.client, devnet.deployment)).toHaveLength(2)
    expect(toPrices(await readAnswers(devnet.client, devnet.deployment)).BTC).toBe(97_000)
  })

  it('stands still while it is paused, and goes on as it is told', async () => {
    const devnet = await start({ keeper: false, walk: false, blockTimeSec: 0.01 })
    const { client, deployment } = devnet
    await devnet.pause()
    const before = await client.getBlockNumber()
    // Many block times long.
    for (let asked = 0; asked < 200; asked++) expect(await client.getBlockNumber()).toBe(before)
    await devnet.increaseTime(600)
    await devnet.resume({ keeper: true })
    await expect.poll(() => dueMarkets(client, deployment), WITHIN).toEqual([])
    await devnet.resume()
    await devnet.increaseTime(600)
    const then = await client.getBlockNumber()
    await expect.poll(() => client.getBlockNumber(), WITHIN).toBeGreaterThan(then + 1n)
    expect(await dueMarkets(client, deployment)).toHaveLength(2)
  })

  it('can have many markets', async () => {
    const devnet = await start({ markets: generateMarkets(60), walk: false })
    const names = new Set(devnet.deployment.markets.map(({ name }) => name))
    expect(names.size).toBe(60)
    await devnet.increaseTime(120)
    await expect.poll(() => dueMarkets(devnet.client, devnet.deployment), WITHIN).toEqual([])
  })

  it('can be empty', async () => {
    const devnet = await start({ empty: true, keeper: false, walk: false })
    expect(devnet.deployment.markets).toHaveLength(2)
    const { client, deployment } = devnet
    for (const { pool } of deployment.markets)
      expect(
        await client.readContract({
          address: pool,
          abi: leveragedPoolAbi,
          functionName: 'balances',
        }),
      ).toEqual([0n, 0n])
  })
})

describe('start and stop', () => {
  it('says in one sentence that the port is taken', async () => {
    const devnet = await start()
    const port = Number(new URL(devnet.rpcUrl).port)
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is already taken. Stop what uses it, or pass another port.`,
    )
  })

  it('writes the addresses, and leaves neither them nor a process behind', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'devnet-')), 'deployment.json')
    const devnet = await start({ deploymentFile: file })
    expect(readDeployment(file)).toEqual(devnet.deployment)
    expect(anvilsOf(process.pid)).toHaveLength(2)
    await devnet.stop()
    await devnet.stop()
    expect(existsSync(file)).toBe(false)
    expect(anvilsOf(process.pid)).toHaveLength(0)
    expect(() => readDeployment(file)).toThrow('No devnet is running')
  })

  it('gives up in the middle of the past', async () => {
    const giveUp = new AbortController()
    const progress = () => giveUp.abort()
    await expect(start({ pastSec: 86_400, progress, signal: giveUp.signal })).rejects.toThrow()
    expect(anvilsOf(process.pid)).toHaveLength(0)
  })
})

describe('the command line', () => {
  it('stops cleanly on Ctrl-C, which npm passes on once more', async () => {
    const child = run('--port', '0', '--past', '0', '--no-balancer', '--no-staking')
    await expect.poll(() => child.output(), { timeout: 60_000 }).toContain('ready in')
    // Ethereum's is the third.
    expect(anvilsOf(child.pid)).toHaveLength(3)
    child.interrupt()
    child.interrupt()
    expect(await child.exitCode).toBe(0)
    expect(anvilsOf(child.pid)).toHaveLength(0)
  }, 90_000)

  it.each([0, 1, 2])(
    'says in one line that anvil %i was killed, and ends with code 1',
    async (which) => {
      const child = run('--port', '0', '--past', '0', '--no-balancer', '--no-staking')
      await expect.poll(() => child.output(), { timeout: 20_000 }).toContain('Stop it with')
      const before = child.output()
      process.kill(anvilsOf(child.pid)[which] ?? Number.NaN, 'SIGKILL')
      expect(await child.exitCode).toBe(1)
      const said = child.output().slice(before.length).trim().split('\n')
      expect(said.filter((line) => !UPKEEP_LINE.test(line))).toEqual([
        'anvil has ended by itself (SIGKILL).',
      ])
      expect(anvilsOf(child.pid)).toHaveLength(0)
    },
    30_000,
  )

  it.each([
    [['--frobnicate'], 2, "Unknown option '--frobnicate'"],
    [['--port', 'abc'], 2, '--port must be a whole number'],
    [['--past', 'long'], 2, '"long" is no duration'],
    [['--prices', 'ETH=/nowhere.csv'], 2, 'Cannot read the prices in /nowhere.csv'],
    [['dance'], 2, 'There is no command "dance"'],
    [['--help'], 0, 'price ETH 3500'],
  ])('%j ends with code %i and says: %s', async (args, code, words) => {
    const child = run(...args)
    expect(await child.exitCode).toBe(code)
    expect(child.output()).toContain(words)
  })
})

/** The keeper goes on talking until the chain is gone. */
const UPKEEP_LINE = / → .* to long +keeper /
const WITHIN = { timeout: 8_000, interval: 100 }

/** The anvils a process has started that still run. */
function anvilsOf(pid: number): readonly number[] {
  const isOurs = (line: string) => line.trim().startsWith(`${pid} `) && line.includes('anvil')
  return processTable()
    .filter(isOurs)
    .map((line) => Number(line.trim().split(/\s+/)[1]))
}

/** Lines of parent, process and command. A minimal Linux has no `ps`. */
function processTable(): readonly string[] {
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args='], { encoding: 'utf8' }).split('\n')
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const parent = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
      return [`${parent} ${entry} ${readFileSync(`/proc/${entry}/cmdline`, 'utf8')}`]
    } catch {
      return [] // It has ended meanwhile.
    }
  })
}

function run(...args: readonly string[]) {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
  // Elsewhere than in the project, so that a devnet a person has running keeps its file.
  const cwd = mkdtempSync(join(tmpdir(), 'devnet-'))
  const tsx = import.meta.resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, cli, ...args], { cwd })
  let text = ''
  const keep = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return {
    pid: child.pid ?? -1,
    output: () => text,
    interrupt: () => child.kill('SIGINT'),
    exitCode: new Promise<number | null>((resolve) => child.once('close', resolve)),
  }
}
