import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type UserConfig } from 'vite'
import { editionPlugin } from './build/brand/editionPlugin'
import { loadEdition } from './build/brand/loadEdition'
import { virtualBrand } from './build/brand/virtualBrand'
import { earlyPreload } from './build/earlyPreload'
import { firstLoadBudget } from './build/firstLoad'
import { firstPaint } from './build/firstPaint'
import { parseConfig } from './src/app/config'

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  // A wrong variable is better found here than by the first visitor.
  const environment = loadEnv(mode, process.cwd(), 'VITE_')
  parseConfig(environment, 'http://localhost/')
  const edition = await loadEdition(process.cwd(), environment.VITE_BRAND)
  return {
    // Relative, so that the same files work at a domain's root, below a path and from IPFS.
    base: './',
    plugins: [
      react(),
      tailwindcss(),
      virtualBrand(edition.file),
      editionPlugin(edition),
      firstPaint(edition.file),
      earlyPreload({ pageModule: 'src/app/routes/PoolRoute.tsx' }),
      firstLoadBudget({ pageModule: 'src/features/markets/MarketsPage.tsx', maxBytes: 180_000 }),
    ],
    build: {
      target: 'es2022',
      rolldownOptions: {
        // Everything the first page needs in one file: thirty small ones cost a telephone a second of round trips.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
      modulePreload: {
        // The wallet dialogs split into dozens of files: naming them all would cost the first load two kilobytes.
        resolveDependencies: (file, dependencies) =>
          file.includes('WalletKit')
            ? dependencies.filter((name) => name.endsWith('.css'))
            : dependencies,
      },
    },
  }
})
