// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const script = readFileSync('public/early.js', 'utf8')
const root = document.documentElement

/** Runs the script as a page does, in a browser that has what the app needs, but for what is stubbed. */
function run(): void {
  new Function(script)()
}

beforeEach(() => {
  for (const name of Object.keys(root.dataset)) delete root.dataset[name]
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('CSSStyleSheet', { prototype: { replaceSync: () => undefined } })
  Object.defineProperty(HTMLScriptElement.prototype, 'noModule', {
    value: false,
    configurable: true,
  })
  Object.defineProperty(document, 'currentScript', {
    value: document.createElement('script'),
    configurable: true,
  })
})

afterEach(() => vi.unstubAllGlobals())

describe('early.js', () => {
  it('calls no browser old that has what the app needs', () => {
    run()
    expect({ ...root.dataset }).toEqual({ theme: 'light', page: 'markets' })
  })

  it.each<[lacks: string, stub: () => void]>([
    ['modules', () => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')],
    ['URL.canParse', () => vi.stubGlobal('URL', {})],
    ['URL', () => vi.stubGlobal('URL', undefined)],
    ['AbortSignal.any', () => vi.stubGlobal('AbortSignal', {})],
    ['style sheets of its own', () => vi.stubGlobal('CSSStyleSheet', undefined)],
    [
      'a colour scheme and AbortSignal',
      () => {
        vi.stubGlobal('matchMedia', undefined)
        vi.stubGlobal('AbortSignal', undefined)
      },
    ],
  ])('tells one that lacks %s, and does not say that the app is loading', (_, stub) => {
    stub()
    run()
    expect({ ...root.dataset }).toEqual({ theme: 'light', browser: 'old' })
  })

  it('sets the theme also where storage is forbidden', () => {
    const forbidden = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    run()
    expect(root.dataset.theme).toBe('dark')
    forbidden.mockRestore()
  })

  it('is written in what a browser of 2010 can read', () => {
    const code = script.replaceAll(/\/\/.*|'[^']*'|\/\^.*?\/(?=\.test)/g, '0')
    expect(code).not.toMatch(
      /=>|`|\b(?:const|let|class|async|await|of)\b|\?\.|\?\?|\.\.\.|catch \{|[{,]\s*\w+\s*\}\s*=/,
    )
    // Trailing commas in calls came in 2017.
    expect(code).not.toMatch(/,\s*\)/)
  })
})

it('the page holds the sentence, beside the app, for its styles to show', () => {
  const styles = readFileSync('src/app/index.css', 'utf8')
  expect(styles).toContain('[data-browser="old"] .old-browser')
  expect(readFileSync('index.html', 'utf8')).toMatch(/%OLD_BROWSER%\s+<div id="root">/)
})
