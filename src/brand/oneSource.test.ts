import { expect, it } from 'vitest'
import { ASKS, brandViolations, TAKES_WHOLE } from './testing/brandViolations'
import { hasOwnColor } from './testing/colorViolations'
import { parseSource } from './testing/syntax'

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** What is not of this folder: no component may know which edition it is part of. */
const ELSEWHERE = Object.entries(SOURCES).filter(
  ([file]) => file.startsWith('../') && !/\.test\.tsx?$/.test(file),
)

const FILE = 'imports an edition’s file'
const VARIABLE = 'asks for the edition’s name'
const COLOR = 'has a colour of its own'

const WORDS = {
  [FILE]: /brand\/editions|virtual:brand['"`]/,
  [VARIABLE]: /VITE_BRAND/,
} as const

function findViolations(file: string, text: string): readonly string[] {
  const byWord = Object.entries(WORDS).flatMap(([offence, word]) =>
    word.test(text) ? [offence] : [],
  )
  // Most files have neither: they need not be parsed.
  const mayBrand = text.includes('currentBrand')
  const mayColor = /#[0-9a-f]{3}|\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i.test(text)
  if (!mayBrand && !mayColor) return byWord
  const program = parseSource(file, text)
  return [...byWord, ...brandViolations(program), ...(hasOwnColor(program) ? [COLOR] : [])]
}

it('no component asks which edition it is in, or brings a look of its own', () => {
  expect(ELSEWHERE.length).toBeGreaterThan(100)
  expect(ELSEWHERE.filter(([, text]) => text.includes('currentBrand')).length).toBeGreaterThan(9)
  const found = ELSEWHERE.flatMap(([file, text]) =>
    findViolations(file, text).map((offence) => `${file} ${offence}`),
  )
  expect(found).toEqual([])
})

it.each([
  [FILE, "import { edition } from '../../brand/editions/balancer'"],
  [FILE, "import { edition } from 'virtual:brand'"],
  [VARIABLE, "if (import.meta.env.VITE_BRAND === 'balancer') stop()"],
  [TAKES_WHOLE, 'const b = currentBrand'],
  [TAKES_WHOLE, 'const b = currentBrand as Brand'],
  [TAKES_WHOLE, 'let b; b = currentBrand'],
  [TAKES_WHOLE, 'const { name, links } = currentBrand'],
  [TAKES_WHOLE, 'const { ...b } = currentBrand'],
  [TAKES_WHOLE, 'isBalancer(currentBrand)'],
  [TAKES_WHOLE, 'const b = { currentBrand }'],
  [TAKES_WHOLE, 'const b = [{ ...currentBrand }]'],
  [TAKES_WHOLE, "currentBrand['name'] === 'x'"],
  [TAKES_WHOLE, 'currentBrand[field]'],
  [TAKES_WHOLE, '<Page brand={currentBrand} />'],
  [TAKES_WHOLE, "import { currentBrand as b } from '../brand/currentBrand'"],
  [TAKES_WHOLE, "import * as b from '../brand/currentBrand'"],
  [ASKS, "const isBalancer = currentBrand.name === 'Balancer Pools'"],
  [ASKS, "const isOther = 'Balancer Pools' !== currentBrand.name"],
  [ASKS, "(currentBrand.name as string) == 'Balancer Pools'"],
  [ASKS, "currentBrand.name.startsWith('Balancer')"],
  [ASKS, "currentBrand?.name!.startsWith('Balancer')"],
  [ASKS, "currentBrand.words.tagline.includes('BAL')"],
  [ASKS, "currentBrand.words.welcome?.includes('BAL')"],
  [ASKS, "currentBrand.legal[0] === 'x'"],
  [ASKS, "currentBrand.links.some(({ label }) => label === 'Balancer')"],
  [ASKS, "currentBrand.links.map(({ label }) => label === 'Balancer' && <b />)"],
  [ASKS, "currentBrand.fontFamily === 'Inter'"],
  [ASKS, '/BAL/.test(currentBrand.words.tagline)'],
  [ASKS, "['Balancer Pools'].includes(currentBrand.name)"],
  [ASKS, 'LOOKS[currentBrand.name]'],
  [ASKS, 'currentBrand.name in LOOKS'],
  [ASKS, 'currentBrand.name.length === 14'],
  [ASKS, 'switch (currentBrand.name) { default: }'],
  [ASKS, "const { welcome } = currentBrand.words\nwelcome?.includes('BAL')"],
  [ASKS, "const { tagline: a } = currentBrand.words\nconst b = a\nif (b === 'x') stop()"],
  [ASKS, "const name = currentBrand.name ?? ''\nswitch (name) { default: }"],
  [ASKS, `const t = \`\${currentBrand.name}!\`\nt === 'Balancer Pools!'`],
  [ASKS, "currentBrand.defaultSettlementToken === 'BAL'"],
  [ASKS, "const BAL = 'BAL'\ncurrentBrand.defaultSettlementToken === BAL"],
  [ASKS, "isAddressEqual(currentBrand.treasury, '0xaF23')"],
  [ASKS, "currentBrand.featuredMarkets.includes('1-ETH/USD+BAL') && currentBrand.name === 'x'"],
  [COLOR, '<path fill="#b3aef5" />'],
  [COLOR, '<path fill="#f00" />'],
  [COLOR, "const red = '#f00a'"],
  [COLOR, "const red = '1px solid #F00'"],
  [COLOR, 'const red = `#ff0000`'],
  [COLOR, '<p className="bg-[#f00] p-1" />'],
  [COLOR, "const red = 'rgb(255,0,0)'"],
  [COLOR, "const red = 'rgba( 255 0 0 / 50%)'"],
  [COLOR, "const red = 'hsl(0 100% 50%)'"],
  [COLOR, "const red = 'oklch(0.6 0.2 29)'"],
])('would notice what %s: %s', (offence, text) => {
  expect(findViolations('x.tsx', text)).toEqual([offence])
})

it.each([
  `import { currentBrand } from '../brand/currentBrand'\n<title>{\`Markets · \${currentBrand.name}\`}</title>`,
  'const { welcome } = currentBrand.words\nwelcome !== undefined && <p>{welcome}</p>',
  'currentBrand.treasury === undefined ? [] : [currentBrand.treasury]',
  'offers.find(({ name }) => name === currentBrand.defaultSettlementToken)',
  'arrange(rows, view, currentBrand.featuredMarkets)',
  'currentBrand.featuredMarkets.includes(pool.address)',
  'isAddressEqual(currentBrand.treasury, receiver)',
  '{currentBrand.legal.map((line) => <p key={line}>{line}</p>)}',
  'currentBrand.legal.length > 0 && <hr />',
  'if (currentBrand.features.bestSkew) show()',
  'theme({ colors: currentBrand.colors }, mode)',
  '// as #fff, rgb(255, 0, 0) and issue #123\nconst a = 1',
  '<p>It is order #123 of #4a5 and has rgb(1, 2, 3).</p>',
  `<a href="#add" style={{ fill: 'url(#fade)' }}>{\`#\${id}\`}</a>`,
  "const route = '#/pool/abc'",
  "const faint = 'rgb(var(--ink) / 50%)'",
])('does not mind: %s', (text) => {
  expect(findViolations('x.tsx', text)).toEqual([])
})
