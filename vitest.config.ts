import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,build,scripts,devnet}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.devnet.test.ts'],
          // Property tests take a second by themselves, and many times that on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
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
