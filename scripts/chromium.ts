import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, Playwright's own, or the system's.
 * When there is none, Playwright's is fetched, and where that fails Debian's is installed.
 *
 * @returns Path of the executable
 * @throws Error that says in one line what to do
 */
export function findChromium(): string {
  const found = lookForChromium()
  if (found !== undefined) return found
  install('npx', ['playwright', 'install', 'chromium'])
  if (lookForChromium() === undefined) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    for (const command of ['update', 'install'] as const) {
      const args = command === 'update' ? ['update', '-qq'] : ['install', '-y', '-qq', 'chromium']
      const [program = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
      install(program, rest)
    }
  }
  const installed = lookForChromium()
  if (installed === undefined)
    throw new Error(
      'No Chromium found and none could be installed: install one and set CHROMIUM_PATH to its executable.',
    )
  return installed
}

function lookForChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  const places = named === undefined ? [chromium.executablePath(), ...USUAL_PLACES] : [named]
  return places.find((path) => existsSync(path))
}

/** Tries one way; its failure only means that the next way is tried. */
function install(program: string, args: readonly string[]): void {
  process.stdout.write(`No Chromium yet, trying: ${program} ${args.join(' ')}\n`)
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (error) {
    process.stdout.write(
      `That failed: ${error instanceof Error ? error.message.split('\n')[0] : error}\n`,
    )
  }
}
