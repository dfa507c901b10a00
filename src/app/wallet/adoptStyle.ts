/**
 * Adds styles to the page, and returns what takes them away again. Unlike a `<style>` element they need no
 * `unsafe-inline` in the page's Content-Security-Policy.
 */
export function adoptStyle(css: string): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
