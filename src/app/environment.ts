import * as v from 'valibot'
import { getAddress, isAddress } from 'viem'
import { bridgedTokens, nativeUsdc } from './bridgeEnvironment'
import { knownFeeds, knownTokens } from './componentsEnvironment'

/** Names every variable that is wrong, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'BAD_ENVIRONMENT'

  constructor(readonly problems: readonly string[]) {
    super(`Invalid configuration:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

const DEFAULT_CHAIN_ID = '42161'

const positiveInteger = (what: string) =>
  v.pipe(v.string(), v.trim(), v.regex(/^[1-9]\d{0,14}$/, `must be ${what}`), v.transform(Number))

const address = v.pipe(
  v.string(),
  v.trim(),
  // Strict: an address in mixed case carries a checksum, and a mistyped one fails here, not at its first use.
  v.check(
    (text) => isAddress(text),
    'must be a checksummed address (0x followed by 40 hex characters)',
  ),
  // As the chain's answers have it: addresses are compared as they are written.
  v.transform((text) => getAddress(text)),
)

const addressList = v.pipe(v.string(), v.transform(toList), v.array(address))

const dollarFeed = v.pipe(
  v.string(),
  v.check(
    (text) => text.split(':').length === 2 && text.split(':').every((part) => isAddress(part)),
    'must be pairs of addresses, token:feed, separated by commas',
  ),
  v.transform((text) => {
    const [token = '', feed = ''] = text.split(':')
    return { token: getAddress(token), feed: getAddress(feed) }
  }),
)

const urlText = v.pipe(v.string(), v.trim(), v.check(isHttpUrl, 'must be an http(s) URL'))

const urlList = v.pipe(
  v.string(),
  v.transform(toList),
  v.array(v.string()),
  v.minLength(1, 'must contain at least one URL'),
  v.checkItems(isRpcUrl, 'must be http(s) URLs or paths on this host, separated by commas'),
)

const REFRESH_HINT = 'a number of milliseconds from 500 to 3600000'

const environmentSchema = v.object({
  VITE_CHAIN_ID: v.optional(positiveInteger('a chain ID, such as 42161'), DEFAULT_CHAIN_ID),
  VITE_CHAIN_NAME: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(40, 'must be a short name')),
  ),
  VITE_RPC_URLS: v.optional(urlList),
  VITE_POOL_FACTORY: v.optional(address),
  VITE_DEPRECATED_FACTORIES: v.optional(addressList),
  VITE_KNOWN_POOLS: v.optional(addressList),
  VITE_HIDDEN_POOLS: v.optional(addressList),
  VITE_KNOWN_FEEDS: v.optional(knownFeeds),
  VITE_KNOWN_TOKENS: v.optional(knownTokens),
  VITE_KNOWN_GOVERNORS: v.optional(addressList),
  VITE_FACTORY_RULE: v.optional(
    v.pipe(v.string(), v.trim(), v.literal('create2', 'must be create2')),
  ),
  VITE_DOLLAR_FEEDS: v.optional(v.pipe(v.string(), v.transform(toList), v.array(dollarFeed))),
  VITE_MULTICALL3: v.optional(address),
  VITE_EXPLORER_URL: v.optional(urlText),
  VITE_WS_URL: v.optional(
    v.pipe(v.string(), v.trim(), v.check(isWebSocketUrl, 'must be a ws(s) URL')),
  ),
  VITE_REFRESH_MS: v.optional(
    v.pipe(
      positiveInteger(REFRESH_HINT),
      v.minValue(500, `must be ${REFRESH_HINT}`),
      v.maxValue(3_600_000, `must be ${REFRESH_HINT}`),
    ),
  ),
  VITE_ETHEREUM_RPC_URLS: v.optional(urlList),
  VITE_BRIDGE_OUTBOX: v.optional(address),
  VITE_BRIDGE_GATEWAYS: v.optional(addressList),
  VITE_BRIDGE_TOKENS: v.optional(bridgedTokens),
  VITE_NATIVE_USDC: v.optional(nativeUsdc),
  VITE_BALANCER_VAULT: v.optional(address),
  VITE_BALANCER_QUERIES: v.optional(address),
  VITE_BALANCER_POOLS: v.optional(addressList),
  VITE_FARMS: v.optional(addressList),
  VITE_WALLETCONNECT_PROJECT_ID: v.optional(
    v.pipe(v.string(), v.trim(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits')),
  ),
})

function toList(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/./.test(text) && URL.canParse(text) && hasReadableUser(new URL(text))
}

/** Whether the user name and password, if there are any, can be sent. */
function hasReadableUser({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

function isWebSocketUrl(text: string): boolean {
  return /^wss?:\/\/./.test(text) && URL.canParse(text)
}

/** An RPC may also stand on the app's own host: a path beginning with `/` or `./`. */
function isRpcUrl(text: string): boolean {
  return /^\.?\/[^/]/.test(text) || isHttpUrl(text)
}

/** The `VITE_…` variables, checked; those without a value are missing. */
export type Environment = v.InferOutput<typeof environmentSchema>

/**
 * Checks the `VITE_…` variables. Empty ones count as not set. It runs when the app is built: the browser gets what it returns.
 *
 * @throws ConfigError listing every variable that is wrong, each by its name
 */
export function parseEnvironment(environment: Readonly<Record<string, unknown>>): Environment {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([, value]) => value !== undefined && String(value).trim() !== '',
    ),
  )
  const result = v.safeParse(environmentSchema, given)
  if (result.success) return result.output
  throw new ConfigError([
    ...new Set(result.issues.map((issue) => `${String(issue.path?.[0]?.key)}: ${issue.message}`)),
  ])
}
