// Runs before the first paint.
;(() => {
  // A visitor who chose dark never sees a white flash.
  let chosen = null
  try {
    chosen = localStorage.getItem('theme')
  } catch {
    // Storage can be forbidden; the system's wish is then all there is.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'

  // Who comes for a pool gets that page's code along with the app's, not after it. The build names the files.
  const { poolPage } = document.currentScript.dataset
  if (poolPage === undefined || !location.hash.startsWith('#/pool/')) return
  for (const file of poolPage.split(' ')) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    document.head.append(link)
  }
})()
