import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'

/** A running anvil that belongs to this process alone. */
export interface Anvil {
  readonly rpcUrl: string
  readonly port: number
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

const READY = /Listening on/
const START_TIMEOUT_MS = 20_000

/**
 * Starts the anvil binary of `@foundry-rs/anvil` on the loopback address and waits until it listens.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken, or with anvil's own last words when it dies
 */
export async function startAnvil(options: AnvilOptions): Promise<Anvil> {
  const port = await claimPort(options.port ?? 0)
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--chain-id',
    String(options.chainId),
  ]
  if (options.timestampSec !== undefined) args.push('--timestamp', String(options.timestampSec))
  args.push(...(options.args ?? []))

  // A group of its own: Ctrl-C reaches us first, and we stop anvil when the keeper has finished.
  const child = spawn(anvilBinary(), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))
  await untilListening(child)
  let stopped: Promise<void> | undefined
  return {
    rpcUrl: `http://127.0.0.1:${port}`,
    port,
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

/** Resolves to a port nobody listens on; anvil itself would only exit with a Rust backtrace. */
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

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(
      () => fail(`anvil was not ready after ${START_TIMEOUT_MS / 1000} s`),
      START_TIMEOUT_MS,
    )
    const fail = (reason: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`${reason}\n${output.slice(-2000)}`))
    }
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!READY.test(output)) return
      clearTimeout(timer)
      // Keep the pipes flowing: a full pipe would stop anvil.
      child.stdout?.removeAllListeners('data').resume()
      child.stderr?.removeAllListeners('data').resume()
      child.off('exit', died)
      resolve()
    }
    const died = (code: number | null) => fail(`anvil ended with code ${code}`)
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
