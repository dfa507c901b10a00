import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Where the served app finds its RPC, on its own host. */
export const RPC_PATH = '/rpc'
/** The same for Ethereum's. */
export const ETHEREUM_PATH = '/ethereum'

/** A node on a host of its own, in builds that know one: stands for the devnet's, whose port no one knew then. */
export const NODE_URL = 'http://127.0.0.1:9'

/** Where the tests' wallets find their node: pages may ask no one but their own host. */
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

const TEXTS = new Set(['.html', '.js', '.css', '.svg', '.webmanifest'])

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
  /** Ethereum's RPC; no one answers there without one. */
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
  const textOf = textsFor(rpcUrl)
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
    if (!TEXTS.has(extname(file))) {
      outgoing.writeHead(200, headers)
      return createReadStream(file).pipe(outgoing)
    }
    const { plain, packed } = textOf(file)
    if (!accepts(incoming, 'gzip')) return outgoing.writeHead(200, headers).end(plain)
    return outgoing.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(packed)
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

/** Each packed once in a worker, whose tests all have the same node: by its host and the file. */
const packedTexts = new Map<string, { plain: string; packed: Buffer }>()

/** Texts of a build with the node's real address in them. */
function textsFor(rpcUrl: string) {
  const hosts = [NODE_URL, rpcUrl].map((url) => new URL(url).host) as [string, string]
  return (file: string) => {
    const read = () => {
      const plain = readFileSync(file, 'utf8').replaceAll(...hosts)
      return { plain, packed: gzipSync(plain) }
    }
    const key = `${hosts[1]} ${file}`
    const text = packedTexts.get(key) ?? read()
    packedTexts.set(key, text)
    return text
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
