const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['iOS', /iPhone|iPad|iPod/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
]

/**
 * Stands in for the package `ua-parser-js`, of which RainbowKit wants the system's name alone: its version 2 is under the AGPL,
 * which an app under MIT cannot bring along. An override of npm's keeps that version from being installed, too.
 */
export function UAParser(): { readonly os: { readonly name: string | undefined } } {
  const { userAgent } = navigator
  return { os: { name: SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] } }
}
