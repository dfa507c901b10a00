import { expect, it } from 'vitest'
import { parseConfig } from '../src/app/parseConfig'
import { contentSecurity, contentSecurityPolicy, OWN_HOST } from './contentSecurity'

function policyOf(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const policy = contentSecurityPolicy(parseConfig(environment, OWN_HOST))
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

it('lets scripts, styles and fonts come from the own host alone, and nothing else at all', () => {
  expect(policyOf({})).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': 'https://arb1.arbitrum.io/rpc https://arbitrum-one-rpc.publicnode.com/',
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
})

it('names each RPC that is configured, once, without its query', () => {
  const policy = policyOf({
    VITE_RPC_URLS: 'https://one.test/v2/key?x=1,/rpc,./other,https://one.test/v2/key',
    VITE_WS_URL: 'wss://two.test/ws;a',
    VITE_ETHEREUM_RPC_URLS: 'https://three.test:8443,/ethereum',
  })
  expect(policy['connect-src']).toBe(
    "https://one.test/v2/key 'self' wss://two.test/ws%3Ba https://three.test:8443/",
  )
})

it('admits WalletConnect’s hosts only where an id is set, and still no inline script', () => {
  const policy = policyOf({ VITE_WALLETCONNECT_PROJECT_ID: '0123456789abcdef0123456789abcdef' })
  expect(policy['connect-src']).toContain('wss://*.walletconnect.org')
  expect(policy['frame-src']).toContain('https://verify.walletconnect.org')
  expect(policy['script-src']).toBe("'self'")
})

it('fails a build whose index.html has no place for it', () => {
  const hook = contentSecurity("default-src 'none'").transformIndexHtml
  const handler = typeof hook === 'object' ? (hook.handler as (html: string) => string) : undefined
  expect(() => handler?.('<html></html>')).toThrow('has no <meta charset')
  expect(handler?.('<head><meta charset="utf-8" /><script>')).toBe(
    `<head><meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="default-src 'none'" /><script>`,
  )
})
