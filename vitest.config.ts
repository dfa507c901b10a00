import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests are of one edition, whatever `VITE_BRAND` says; `build/brand` tests the choice. */
const resolve = {
  alias: {
    'virtual:published-bytecode': fileURLToPath(
      new URL('devnet/publishedBytecode.ts', import.meta.url),
    ),
    'ua-parser-js': fileURLToPath(new URL('src/app/wallet/operatingSystem.ts', import.meta.url)),
    'virtual:brand': fileURLToPath(new URL('src/brand/editions/neutral.ts', import.meta.url)),
  },
}

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{src,build,scripts,devnet}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.devnet.test.ts'],
          // Through the same loader as the tests, so that the aliases hold in it.
          server: { deps: { inline: [/rainbowkit/, /keyvaluestorage/] } },
          // Property tests take a second by themselves, and many times that on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'devnet',
          include: ['{src,devnet,verify}/**/*.devnet.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
