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

  // The first paint leaves the place that this page's own heading will take.
  const isPool = location.hash.startsWith('#/pool/')
  const isMarkets = /^(#\/?(\?.*)?)?$/.test(location.hash)
  document.documentElement.dataset.page = isPool ? 'pool' : isMarkets ? 'markets' : 'other'

  // The browser's first use of a locale takes long; here it has nothing else to do than to wait for the styles.
  setTimeout(() => new Intl.DateTimeFormat())

  // Who comes for a pool gets that page's code along with the app's, not after it. The build names the files.
  const { poolPage } = document.currentScript.dataset
  if (poolPage === undefined || !isPool) return
  for (const file of poolPage.split(' ')) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    // After the styles, which are all that the first paint waits for.
    link.fetchPriority = 'low'
    document.head.append(link)
  }
})()
