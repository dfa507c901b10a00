import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { POOL_TABS } from '../../pool/poolTab'
import { LAB, placeLink, toLearnTopic } from '../learnLinks'
import { type Claim, SOURCES, VERDICTS } from './claim'
import { CLAIM_GROUPS } from './claimGroups'

const CLAIMS = CLAIM_GROUPS.flatMap(({ claims }) => claims)
const POOL = '0x1111111111111111111111111111111111111111'

/** The routes of the app, as its routers have them. */
const ROUTES = [
  '/',
  ...[
    ['Router.tsx', ''],
    ['routes/OtherRoutes.tsx', ''],
    ['routes/LabRoute.tsx', '/lab'],
  ].flatMap(([file, base]) => {
    const source = readFileSync(new URL(`../../../app/${file}`, import.meta.url), 'utf8')
    return [...source.matchAll(/path="([^"*]+?)(\/\*)?"/g)].map(([, path]) => `${base}/${path}`)
  }),
]

/** Whether a link leads to a page of the app, to a topic that it has and to a tab that a pool has. */
function isResolved(to: string): boolean {
  const { pathname, searchParams } = new URL(to, 'https://app.example')
  const isRoute = ROUTES.some((route) => matches(route, pathname))
  if (pathname === '/learn') return isRoute && toLearnTopic(searchParams.get('topic')) !== undefined
  const tab = searchParams.get('tab')
  return isRoute && (tab === null || POOL_TABS.some((each) => each === tab))
}

function matches(route: string, pathname: string): boolean {
  const [parts, words] = [route.split('/'), pathname.split('/')]
  return (
    parts.length === words.length &&
    parts.every((part, index) => part.startsWith(':') || part === words[index])
  )
}

describe('the claims of the articles', () => {
  it.each(CLAIMS.map((each) => [each.claim, each] as const))('%s', (_, each: Claim) => {
    expect(each.claim).toMatch(/^[A-Z0-9].*\.$/)
    expect(each.fact).toMatch(/^[A-Z].*\.$/)
    expect(each.sources.length).toBeGreaterThan(0)
    expect(each.sources.every((source) => Object.hasOwn(SOURCES, source))).toBe(true)
    expect(VERDICTS[each.verdict]).not.toBe('')
    for (const pool of [POOL, undefined]) {
      const link = placeLink(each.place, pool)
      expect(link === undefined).toBe(each.place === 'none')
      if (link === undefined) continue
      expect(link.label).not.toBe('')
      expect(isResolved(link.to)).toBe(true)
    }
  })

  it('are each listed once, and each article has some', () => {
    expect(new Set(CLAIMS.map(({ claim }) => claim)).size).toBe(CLAIMS.length)
    const count = (source: string) =>
      CLAIMS.filter(({ sources }) => sources.some((each) => each === source)).length
    expect(count('grip')).toBeGreaterThanOrEqual(40)
    expect(count('explained')).toBeGreaterThanOrEqual(35)
    expect(count('balancer')).toBeGreaterThanOrEqual(25)
  })

  it.each([
    ['perpetually without upkeep', 'no'],
    ['~70% of the time', 'no'],
    ['57% of the mining allocation', 'no'],
    ['50% of the mining allocation', 'no'],
    ['A perpetual future is', 'unverifiable'],
    ['Constraint 1', 'partly'],
    ['Constraint 2', 'partly'],
    ['Constraint 3', 'holds'],
    ['an index', 'partly'],
    ['Other Balancer assets', 'partly'],
    ['(veBAL) can be', 'no'],
    ['approved by the DAO', 'no'],
    ['decay of 5% per year', 'unverifiable'],
    ['power leverage: 1 −', 'no'],
    ['can’t be liquidated', 'holds'],
    ['fungible', 'holds'],
    ['10% of the fees', 'partly'],
    ['Step 3.1c', 'holds'],
    ['Step 4.0', 'partly'],
    ['figure shows the rebalance', 'holds'],
    ['formula of the rebalancing rate', 'unverifiable'],
    ['return of skew farming', 'unverifiable'],
    ['water and oil in one vessel', 'holds'],
    ['plain and power leverage', 'holds'],
    ['Graphs show the allocation', 'unverifiable'],
    ['no vesting', 'holds'],
    ['maintaining the interface', 'unverifiable'],
  ])('include “%s”: %s', (words, verdict) => {
    const found = CLAIMS.filter(({ claim }) => claim.includes(words))
    expect(found.map((each) => each.verdict)).toContain(verdict)
  })

  it('would fail for a link that leads nowhere', () => {
    expect(ROUTES).toContain('/learn')
    expect(isResolved('/nowhere')).toBe(false)
    expect(isResolved('/lab/nowhere')).toBe(false)
    expect(isResolved('/learn?topic=nothing')).toBe(false)
    expect(isResolved(`/pool/${POOL}?tab=nothing`)).toBe(false)
    // A page of its own, which the text about decay leads to.
    expect(LAB).toBe('/lab')
  })
})
