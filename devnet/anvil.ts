import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { rpcBatch } from './rpcBatch'

/** A running anvil that belongs to this process alone. */
export interface Anvil {
  readonly rpcUrl: string
  readonly port: number
  /** Resolves when the process ends though no one stopped it; never rejects. */
  readonly died: Promise<Error>
  /** Stops the process and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>
}

export interface AnvilOptions {
  /** TCP port on the loopback address; 0 or undefined takes a free one. */
  readonly port?: number
  readonly chainId: number
  /** Genesis time, Unix seconds. */
  readonly timestampSec?: number
  /** Further command line arguments, e.g. `['--block-time', '1', '--mixed-mining']`. */
  readonly args?: readonly string[]
}

const START_TIMEOUT_MS = 20_000
const ATTEMPTS = 3

/**
 * Starts the anvil binary of `@foundry-rs/anvil` on the loopback address and waits until it listens.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken, or with anvil's own last words when it dies
 */
export async function startAnvil(options: AnvilOptions): Promise<Anvil> {
  const wanted = options.port ?? 0
  for (let attempt = 1; ; attempt++) {
    const port = await claimPort(wanted)
    try {
      return await launch(options, port)
    } catch (error) {
      // Between our look and anvil's, someone else may have taken a free port.
      if (wanted !== 0 || attempt === ATTEMPTS) throw error
    }
  }
}

async function launch(options: AnvilOptions, port: number): Promise<Anvil> {
  const args = ['--host', '127.0.0.1', '--port', String(port)]
  args.push('--chain-id', String(options.chainId))
  if (options.timestampSec !== undefined) args.push('--timestamp', String(options.timestampSec))
  args.push(...(options.args ?? []))

  // A group of its own: Ctrl-C reaches us first, and we stop anvil when the keeper has finished.
  const child = spawn(anvilBinary(), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))
  const rpcUrl = `http://127.0.0.1:${port}`
  await untilListening(child)
  // It would write a line for every call.
  await rpcBatch(rpcUrl, [{ method: 'anvil_setLoggingEnabled', params: [false] }])
  let stopped: Promise<void> | undefined
  const died = new Promise<Error>((resolve) => {
    child.once('exit', (code, signal) => {
      if (stopped === undefined)
        resolve(new Error(`anvil has ended by itself (${signal ?? code}).`))
    })
  })
  return {
    rpcUrl,
    port,
    died,
    stop() {
      stopped ??= terminate(child)
      return stopped
    },
  }
}

/** The native binary itself: npm's wrapper script would stand between us and its signals. */
function anvilBinary(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const platform = process.platform === 'win32' ? 'win32' : process.platform
  const file = platform === 'win32' ? 'anvil.exe' : 'anvil'
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${platform}-${arch}/bin/${file}`)
}

/** Resolves to a port no one listens on; anvil itself would only exit with a Rust backtrace. */
function claimPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      const taken = new Error(
        `Port ${port} is already taken. Stop what uses it, or pass another port.`,
      )
      reject(Object.assign(taken, { code: 'EADDRINUSE' }))
    })
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      const claimed = typeof address === 'object' && address !== null ? address.port : port
      probe.close(() => resolve(claimed))
    })
  })
}

/** Waits for anvil's own word: an answer at the port could come from a stranger who was faster. */
function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (reason: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`${reason}\n${output.slice(-2_000)}`))
    }
    const timer = setTimeout(
      () => fail(`anvil was not ready after ${START_TIMEOUT_MS / 1_000} s`),
      START_TIMEOUT_MS,
    )
    const died = (code: number | null) => fail(`anvil ended with code ${code}`)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Listening on')) return
      clearTimeout(timer)
      // The pipes must keep flowing: a full pipe would stop anvil.
      child.stdout?.removeAllListeners('data').resume()
      child.stderr?.removeAllListeners('data').resume()
      child.off('exit', died)
      resolve()
    }
    child.once('exit', died)
    child.once('error', (error) => fail(error.message))
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })
}

function terminate(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 3_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
