import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type UserConfig } from 'vite'
import { editionPlugin } from './build/brand/editionPlugin'
import { loadEdition } from './build/brand/loadEdition'
import { virtualBrand } from './build/brand/virtualBrand'
import { checkedEnvironment } from './build/checkedEnvironment'
import { contentSecurity, contentSecurityPolicy, OWN_HOST } from './build/contentSecurity'
import { earlyPreload } from './build/earlyPreload'
import { firstLoadBudget } from './build/firstLoad'
import { firstPaint } from './build/firstPaint'
import { parsedAbis } from './build/parsedAbis'
import { publishedBytecode } from './build/publishedBytecode'
import { parseEnvironment } from './src/app/environment'
import { parseConfig } from './src/app/parseConfig'

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  // A wrong variable is better found here than by the first visitor.
  const environment = loadEnv(mode, process.cwd(), 'VITE_')
  const config = parseConfig(environment, OWN_HOST)
  const edition = await loadEdition(process.cwd(), environment.VITE_BRAND)
  return {
    // Relative, so that the same files work at a domain's root, below a path and from IPFS.
    base: './',
    resolve: {
      alias: {
        // The package writes styles that the Content-Security-Policy refuses.
        'react-style-singleton': fileURLToPath(
          new URL('src/app/wallet/styleSingleton.ts', import.meta.url),
        ),
        // The package names its development build for everybody.
        'react-router': fileURLToPath(
          new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url),
        ),
        // The package is under the AGPL from version 2 on.
        'ua-parser-js': fileURLToPath(
          new URL('src/app/wallet/operatingSystem.ts', import.meta.url),
        ),
      },
    },
    plugins: [
      react(),
      tailwindcss(),
      checkedEnvironment(parseEnvironment(environment)),
      virtualBrand(edition.file),
      editionPlugin(edition),
      firstPaint(edition.file),
      parsedAbis(),
      publishedBytecode(),
      earlyPreload({ pageModule: 'src/app/routes/PoolRoute.tsx' }),
      contentSecurity(contentSecurityPolicy(config)),
      firstLoadBudget({ pageModule: 'src/features/markets/MarketsPage.tsx', maxBytes: 170_000 }),
    ],
    build: {
      target: 'es2022',
      rolldownOptions: {
        // Everything the first page needs in one file: thirty small ones cost a telephone a second of round trips.
        output: {
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
          // The first file names all others: seven characters of their hash, the fewest that the bundler takes.
          chunkFileNames: 'assets/[name]-[hash:7].js',
        },
      },
      modulePreload: {
        // It would fetch from the own host, which no RPC need be on; every browser with the rest of what is needed has it.
        polyfill: false,
        // Wallet dialogs and the sending split into dozens of files: naming them all would cost the first load two kilobytes.
        resolveDependencies: (file, dependencies) =>
          /WalletKit|runFlow|searchLost|openFlows|flowContextOf/.test(file)
            ? dependencies.filter((name) => name.endsWith('.css'))
            : dependencies,
      },
    },
  }
})
