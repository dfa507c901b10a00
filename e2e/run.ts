import { spawnSync } from 'node:child_process'
import { findChromium } from '../scripts/chromium'

/** Finds or installs a browser, then hands over to Playwright; further arguments are its own. */
const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: findChromium() },
})
process.exit(status ?? 1)
