import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundledLicences } from './bundledLicences'

type Output = Parameters<typeof bundledLicences>[0]

/** All of them may go out with an app under MIT. What asks for more, or names no licence, does not get in by the way. */
const ALLOWED = [
  '(Apache-2.0 AND MIT)',
  '(MIT OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND ISC AND BSD-3-Clause',
  // Fonts.
  'OFL-1.1',
]

describe('the built app', () => {
  let licences: ReturnType<typeof bundledLicences>

  beforeAll(async () => {
    const built = (await build({
      logLevel: 'silent',
      build: { write: false },
    })) as Rollup.RollupOutput
    licences = bundledLicences(built.output, process.cwd())
  }, 120_000)

  it('holds packages under these licences alone', () => {
    expect(Object.keys(licences)).toEqual(ALLOWED)
  })

  it('is looked through as a whole: code of the first load and of dialogs, fonts, and the contracts’ bytecode', () => {
    expect(licences.MIT).toEqual(
      expect.arrayContaining([
        'react-dom',
        '@rainbow-me/rainbowkit',
        '@tracer-protocol/perpetual-pools-contracts',
      ]),
    )
    // Its version 2 is under the AGPL: an own module stands in for it.
    expect(Object.values(licences).flat()).not.toContain('ua-parser-js')
    expect(licences['Apache-2.0']).toContain('@walletconnect/ethereum-provider')
    expect(licences['OFL-1.1']).toEqual(['@fontsource-variable/inter'])
  })
})

describe('bundledLicences', () => {
  const root = mkdtempSync(join(tmpdir(), 'licences-'))
  afterAll(() => rmSync(root, { recursive: true }))

  function install(path: string, manifest: object): void {
    const folder = join(root, 'node_modules', path)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  }

  it('finds packages in packages, those without a licence, and each once', () => {
    install('outer', { name: 'outer', license: 'MIT' })
    install('outer/node_modules/@scope/inner', {
      name: '@scope/inner',
      license: 'AGPL-3.0-or-later',
    })
    install('silent', { name: 'silent' })
    const modules = `${root}/node_modules`
    const chunk = {
      type: 'chunk',
      moduleIds: [
        `${root}/src/main.tsx`,
        `${modules}/outer/index.js`,
        `${modules}/outer/other.js?v=1`,
        `\0${modules}/outer/node_modules/@scope/inner/index.js?commonjs`,
        '\0vite/preload-helper.js',
      ],
    }
    const asset = { type: 'asset', originalFileNames: ['node_modules/silent/font.woff2'] }
    expect(bundledLicences([chunk, asset] as unknown as Output, root)).toEqual({
      'AGPL-3.0-or-later': ['@scope/inner'],
      MIT: ['outer'],
      unknown: ['silent'],
    })
  })
})
