import type { Page } from '@playwright/test'

/** Follows what a page's Content-Security-Policy refuses, over all its loads: directive and what was refused. */
export async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (text: string) => void violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile } = event
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void }
      noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile ?? ''} ${sample}`.trim())
    })
  })
  return violations
}
