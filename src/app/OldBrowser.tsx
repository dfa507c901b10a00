/**
 * Tells a browser that is too old for the app so, in the file itself: no script of the app may ever run there. `public/early.js`
 * finds out, and `index.css` shows it. It stands beside the app, which may come to work anyway.
 */
export function OldBrowser() {
  return (
    <p role="alert" className="old-browser">
      Your browser is too old for this app. Use Chrome or Edge 120+, Firefox 128+ or Safari 17.4+.
      Your tokens are safe on chain.
    </p>
  )
}
