/**
 * Tells a browser that is too old for the app so, in the file itself: no script of the app may ever run there. `public/early.js`
 * finds out, and `index.css` shows it. It stands beside the app, which may come to work all the same.
 */
export function OldBrowser() {
  return (
    <p role="alert" className="old-browser">
      Your browser is too old for this app: parts of it, or all of it, will not work. It needs
      Chrome or Edge 120, Firefox 128, Safari 17.4, or a later one. Your tokens are on the chain,
      and nothing happens to them meanwhile.
    </p>
  )
}
