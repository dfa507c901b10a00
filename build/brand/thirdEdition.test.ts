import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edition as balancer } from '../../src/brand/editions/balancer'
import { edition as neutral } from '../../src/brand/editions/neutral'

const SOURCES = [
  'build',
  'devnet/artifacts.ts',
  'devnet/publishedBytecode.ts',
  'public',
  'src',
  'index.html',
  'package.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]
const BUILD_MS = 120_000
const run = promisify(execFile)
let copy: string

/** A copy of the project with one file more. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'perpetual-pools-edition-'))
  for (const source of SOURCES) cpSync(source, join(copy, source), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  const text = readFileSync('src/brand/editions/neutral.ts', 'utf8')
  writeFileSync(
    join(copy, 'src/brand/editions/third.ts'),
    text
      .replaceAll(neutral.name, 'Third & Sons')
      .replaceAll(neutral.colors.light.accent, '#123456'),
  )
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('one file more is an edition more', { timeout: BUILD_MS }, async () => {
  await build('third')
  const dist = join(copy, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const read = (ending: string) =>
    files
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(dist, name), 'utf8'))
  const [html = ''] = read('.html')
  expect(html).toContain('<title>Third &amp; Sons</title>')
  expect(html).toContain('>Third &amp; Sons</span>')
  expect(html).toContain('content="./social.png"')
  expect(read('.css').join()).toContain('--accent:#123456')
  expect(JSON.parse(read('.webmanifest')[0] ?? '')).toMatchObject({ name: 'Third & Sons' })
  expect(files).toEqual(expect.arrayContaining(['favicon.svg', 'social.png', 'icon-192.png']))
  // Nothing of the others is in it.
  const all = [...read('.html'), ...read('.js'), ...read('.css'), ...read('.svg')].join('\n')
  expect(all).toContain('Third & Sons')
  expect(all).not.toContain(neutral.name)
  expect(all).not.toContain(balancer.name)
  expect(all).not.toContain(balancer.colors.dark.ink)
})

it('a name that is no edition fails the build and lists those that are', {
  timeout: BUILD_MS,
}, async () => {
  await expect(build('forth')).rejects.toThrow(
    'VITE_BRAND: there is no edition "forth" in src/brand/editions, only balancer, neutral, third.',
  )
})

it('an edition with a fault fails the build and names the field', {
  timeout: BUILD_MS,
}, async () => {
  const file = join(copy, 'src/brand/editions/third.ts')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace("contentWidth: '1320px'", "contentWidth: 'wide'"))
  await expect(build('third')).rejects.toThrow(
    /src\/brand\/editions\/third\.ts isn’t a valid edition:\s+contentWidth: must be a length/,
  )
})

/** @throws Error with what the command wrote, when it fails */
async function build(name: string): Promise<void> {
  const vite = join(copy, 'node_modules/vite/bin/vite.js')
  const environment = { ...process.env, NODE_ENV: 'production', VITE_BRAND: name }
  await run(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: copy,
    env: environment,
  }).catch((error: { stderr: string }) => {
    throw new Error(error.stderr)
  })
}
