import { expect, it } from 'vitest'

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** What is not of this folder: no component may know which edition it is part of. */
const ELSEWHERE = Object.entries(SOURCES).filter(
  ([file]) => file.startsWith('../') && !/\.test\.tsx?$/.test(file),
)

const FORBIDDEN = {
  'imports an edition’s file': /brand\/editions|virtual:brand'/,
  'asks for the edition’s name': /VITE_BRAND/,
  'compares with the edition’s name':
    /(===|!==|==|!=)\s*currentBrand\.name|currentBrand\.name\s*(===|!==|==|!=|\.(startsWith|includes|match|toLowerCase))|(switch|if)\s*\(\s*currentBrand\.name/,
  'takes the name out of the edition': /\{[^}]*\bname\b[^}]*\}\s*=\s*currentBrand\b/,
  'has a colour of its own': /['"\s:(]#[0-9a-f]{6}\b/i,
} as const

function offences(sources: readonly (readonly [string, string])[]): string[] {
  return sources.flatMap(([file, text]) =>
    Object.entries(FORBIDDEN)
      .filter(([, pattern]) => pattern.test(text))
      .map(([offence]) => `${file} ${offence}`),
  )
}

it('no component asks which edition it is in, or brings a look of its own', () => {
  expect(ELSEWHERE.length).toBeGreaterThan(100)
  expect(offences(ELSEWHERE)).toEqual([])
})

it.each([
  "import { edition } from '../../brand/editions/balancer'",
  "import { edition } from 'virtual:brand'",
  "if (import.meta.env.VITE_BRAND === 'balancer') return null",
  "const isBalancer = currentBrand.name === 'Balancer Pools'",
  "const isOther = 'Balancer Pools' !== currentBrand.name",
  "currentBrand.name.startsWith('Balancer')",
  'switch (currentBrand.name) {',
  'const { name, links } = currentBrand',
  '<path fill="#b3aef5" />',
])('would notice: %s', (text) => {
  expect(offences([['x.tsx', text]])).toHaveLength(1)
})
