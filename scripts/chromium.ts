import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

/** A browser without a window, which draws pages in half the time, or the one that people use. */
export type ChromiumKind = 'shell' | 'full'

const SYSTEM_PATHS: Readonly<Record<ChromiumKind, readonly string[]>> = {
  shell: ['/usr/bin/chromium-headless-shell'],
  full: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
}

/** An installation that runs elsewhere on the machine is waited for. */
const APT_GET = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=240']

/** Ways to get one, the next when the one before did not help. */
const INSTALLS: readonly (readonly string[])[] = [
  ['npx', 'playwright', 'install', 'chromium', '--only-shell'],
  [...APT_GET, 'install', '-y', 'chromium-headless-shell'],
  [...APT_GET, 'install', '-y', 'chromium'],
]

/**
 * A Chromium that starts: the one named by CHROMIUM_PATH, Playwright's own, or the system's. When there is none,
 * Playwright's is fetched, and where that fails Debian's is installed.
 *
 * @param preferred Which kind to take where there are both; either will do where there is one
 * @returns Path of the executable
 * @throws Error that says in one line what to do
 */
export function findChromium(preferred: ChromiumKind = 'shell'): string {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start.`)
  }
  const found = lookForChromium(preferred)
  if (found !== undefined) return found
  for (const command of INSTALLS) {
    if (command[0] === 'apt-get' && !run(asRoot([...APT_GET, 'update']))) continue
    if (!run(command[0] === 'apt-get' ? asRoot(command) : command)) continue
    const installed = lookForChromium(preferred)
    if (installed !== undefined) return installed
  }
  throw new Error(
    'No Chromium found and none could be installed: install one and set CHROMIUM_PATH to its executable.',
  )
}

function lookForChromium(preferred: ChromiumKind): string | undefined {
  const shells = [...playwrightShells(), ...SYSTEM_PATHS.shell]
  const full = [chromium.executablePath(), ...SYSTEM_PATHS.full]
  const places = preferred === 'shell' ? [...shells, ...full] : [...full, ...shells]
  return places.find(starts)
}

/** Playwright names no path for its shell: it lies beside its Chromium, under the same revision. */
function playwrightShells(): readonly string[] {
  const [, root, revision] = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(chromium.executablePath()) ?? []
  if (root === undefined) return []
  const folder = join(root, `chromium_headless_shell-${revision}`)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((platform) =>
    ['chrome-headless-shell', 'headless_shell', 'chrome-headless-shell.exe'].map((name) =>
      join(folder, platform, name),
    ),
  )
}

/** One that lacks a library of the system is as good as none. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

function asRoot(command: readonly string[]): readonly string[] {
  return process.getuid?.() === 0 ? command : ['sudo', '-n', ...command]
}

/** Tries one way; its failure only means that the next way is tried. */
function run([program = '', ...args]: readonly string[]): boolean {
  process.stdout.write(`No Chromium yet, trying: ${program} ${args.join(' ')}\n`)
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch (error) {
    process.stdout.write(
      `That failed: ${error instanceof Error ? error.message.split('\n')[0] : error}\n`,
    )
    return false
  }
}
