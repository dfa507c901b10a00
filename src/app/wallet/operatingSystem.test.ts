import { afterEach, expect, it, vi } from 'vitest'
import { UAParser } from './operatingSystem'

afterEach(() => vi.unstubAllGlobals())

it.each<[system: string | undefined, userAgent: string]>([
  ['Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0'],
  ['macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15'],
  ['Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'],
  ['Android', 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile'],
  ['iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile'],
  [undefined, 'curl'],
])('calls %s what RainbowKit calls it', (system, userAgent) => {
  vi.stubGlobal('navigator', { userAgent })
  expect(UAParser().os.name).toBe(system)
})
