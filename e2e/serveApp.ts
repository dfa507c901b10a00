import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'

/** Where the served app finds its RPC, on its own host. */
export const RPC_PATH = '/rpc'
/** The same for Ethereum's. */
export const ETHEREUM_PATH = '/ethereum'

/** Where the tests' wallets find their node: pages may ask nobody but their own host. */
export const WALLET_RPC_PATH = '/wallet-node'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export interface ServedApp {
  /** Ends with a slash. */
  readonly url: string
  stop(): Promise<void>
}

interface ServeOptions {
  /** Path below which the app lies, e.g. `/` or `/some/where/`. */
  readonly basePath?: string
  /** Sent with each file beside its type, by the file's path. */
  readonly headersOf?: (path: string) => Readonly<Record<string, string>>
  /** Ethereum's RPC; nobody answers there without one. */
  readonly ethereumUrl?: string | undefined
}

/**
 * Serves a folder as any static host would (compressed, no rewriting), and passes RPC requests on to a devnet.
 */
export async function serveApp(
  folder: string,
  rpcUrl: string,
  { basePath = '/', headersOf = () => ({}), ethereumUrl }: ServeOptions = {},
): Promise<ServedApp> {
  const server = createServer((incoming, outgoing) => {
    const path = decodeURIComponent((incoming.url ?? '/').split('?')[0] ?? '/')
    if (path === RPC_PATH || path === WALLET_RPC_PATH) return pass(rpcUrl, incoming, outgoing)
    if (path === ETHEREUM_PATH && ethereumUrl !== undefined)
      return pass(ethereumUrl, incoming, outgoing)
    if (!path.startsWith(basePath)) return outgoing.writeHead(404).end()
    const name = normalize(path.slice(basePath.length)) || '.'
    const file = join(folder, name === '.' ? 'index.html' : name)
    if (!file.startsWith(folder) || !existsSync(file) || extname(file) === '')
      return outgoing.writeHead(404).end()
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const headers = { ...headersOf(path), 'content-type': type }
    const isPacked = extname(file) === '.woff2' || !accepts(incoming, 'gzip')
    if (isPacked) {
      outgoing.writeHead(200, headers)
      return createReadStream(file).pipe(outgoing)
    }
    outgoing.writeHead(200, { ...headers, 'content-encoding': 'gzip' })
    return createReadStream(file).pipe(createGzip()).pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function accepts({ headers }: IncomingMessage, encoding: string): boolean {
  return String(headers['accept-encoding'] ?? '').includes(encoding)
}

function pass(rpcUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming
  const onward = request(
    rpcUrl,
    { method, headers: { 'content-type': headers['content-type'] } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' })
      answer.pipe(outgoing)
    },
  )
  onward.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(onward)
}
