/** What Chromium, Firefox, Safari and Vite's loader say of code that did not come. */
const MESSAGES =
  /dynamically imported module|importing a module script failed|unable to preload css/i

/** Whether a part of the app couldn't be downloaded: a matter of the connection or the host, and no bug. */
export function isDownloadFailure(error: unknown): boolean {
  return error instanceof Error && MESSAGES.test(error.message)
}
