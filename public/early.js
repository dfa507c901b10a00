// Runs before the first paint, and in any browser: what is too new for an old one, syntax included, has no place in here.
;(function () {
  var root = document.documentElement

  // A browser that lacks one of these cannot run the app, or not all of it; the first has no modules, and so none of it.
  var isOld =
    !('noModule' in document.createElement('script')) ||
    !Object.hasOwn ||
    ![].toSorted ||
    !window.URL ||
    !URL.canParse ||
    !window.AbortSignal ||
    !AbortSignal.any ||
    !window.CSSStyleSheet ||
    !CSSStyleSheet.prototype.replaceSync
  if (isOld) root.setAttribute('data-browser', 'old')

  // A visitor who chose dark never sees a white flash.
  var chosen = null
  try {
    chosen = localStorage.getItem('theme')
  } catch (_) {
    // Storage can be forbidden; the system's wish is then all there is.
  }
  var systemIsDark = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches
  var isDark = chosen === 'dark' || (chosen !== 'light' && systemIsDark)
  root.setAttribute('data-theme', isDark ? 'dark' : 'light')

  // An app that will not start is not said to be loading.
  if (isOld) return

  // The first paint leaves the place that this page's own heading will take.
  var isPool = /^#\/pool\//.test(location.hash)
  var isMarkets = /^(#\/?(\?.*)?)?$/.test(location.hash)
  root.setAttribute('data-page', isPool ? 'pool' : isMarkets ? 'markets' : 'other')

  // The browser's first use of a locale takes long; here it has nothing else to do than to wait for the styles.
  setTimeout(function () {
    new Intl.DateTimeFormat()
  })

  // Who comes for a pool gets that page's code along with the app's, not after it. The build names the files.
  var poolPage = document.currentScript.getAttribute('data-pool-page')
  if (poolPage === null || !isPool) return
  poolPage.split(' ').forEach(function (file) {
    var link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    // After the styles, which are all that the first paint waits for.
    link.fetchPriority = 'low'
    document.head.appendChild(link)
  })
})()
