import type { Plugin } from 'vite'
import type { AppConfig } from '../src/app/config'

/** Stands for the host that the app will be served from, which a build does not know. */
export const OWN_HOST = 'http://own-host.invalid/'

/** Where the policy stands in index.html: before anything that it is about. */
const PLACE = '<meta charset="utf-8" />'

/** What WalletConnect asks and shows once its dialog is opened. */
const WALLET_CONNECT = {
  connect: [
    'https://*.walletconnect.org',
    'wss://*.walletconnect.org',
    'https://*.walletconnect.com',
    'wss://*.walletconnect.com',
    'https://api.web3modal.org',
  ],
  frame: ['https://verify.walletconnect.org', 'https://verify.walletconnect.com'],
  image: ['blob:', 'https://*.walletconnect.org', 'https://*.walletconnect.com'],
  // Its dialog writes style elements of its own.
  style: ["'unsafe-inline'"],
}
const NOTHING: typeof WALLET_CONNECT = { connect: [], frame: [], image: [], style: [] }

/**
 * The Content-Security-Policy of a build: its own files, and requests to the configured RPCs alone.
 *
 * @param config Parsed with `OWN_HOST` as the page's address
 */
export function contentSecurityPolicy({ network, walletConnectProjectId }: AppConfig): string {
  const { rpcUrls, wsUrl } = network
  const ethereumRpcUrls = network.bridge?.ethereumRpcUrls ?? []
  const urls = [...rpcUrls, ...(wsUrl === undefined ? [] : [wsUrl]), ...ethereumRpcUrls]
  const extra = walletConnectProjectId === undefined ? NOTHING : WALLET_CONNECT
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'", ...extra.style],
    'img-src': ["'self'", 'data:', ...extra.image],
    'font-src': ["'self'"],
    'connect-src': [...new Set([...urls.map(toSource), ...extra.connect])],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    ...(extra.frame.length === 0 ? {} : { 'frame-src': extra.frame }),
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** A URL as the policy names it: without its query, which is no part of a source there. */
function toSource(text: string): string {
  const { origin, protocol, host, pathname } = new URL(text, OWN_HOST)
  if (origin === new URL(OWN_HOST).origin) return "'self'"
  const path = pathname.replaceAll(';', '%3B').replaceAll(',', '%2C')
  return `${protocol}//${host}${path}`
}

/** Writes the policy into a built index.html, so that it holds on any host, IPFS included. */
export function contentSecurity(policy: string): Plugin {
  return {
    name: 'content-security',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(PLACE)) throw new Error(`index.html has no ${PLACE}`)
        return html.replace(
          PLACE,
          `${PLACE}\n    <meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '%22')}" />`,
        )
      },
    },
  }
}
