import { Router } from 'react-router'
import { currentBrand } from '../brand/currentBrand'
import { PoolIntro } from '../ui/PoolIntro'
import { Frame } from './Frame'

const { welcome } = currentBrand.words

/** Makes the links that the router of the running app makes. */
const navigator = {
  createHref: (to: string | { pathname?: string }) =>
    `#${typeof to === 'string' ? to : (to.pathname ?? '/')}`,
  go() {},
  push() {},
  replace() {},
}

/**
 * What stands in the file itself, to be read while the scripts still come: the frame, and what all of it is about in
 * the place where the pages say it. The build writes it into index.html; the app replaces it with itself.
 */
export function FirstPaint() {
  return (
    <Router location="/first-paint" navigator={navigator} static>
      <Frame
        network={undefined}
        controls={<span aria-hidden="true" className="h-9 w-48 max-sm:h-10 max-sm:w-32" />}
        // As on the chain that the pools are on: the app, which knows its chain, takes the link away on one without.
        hasFarms
      >
        <noscript>This app needs JavaScript.</noscript>
        <div className="in-data-[page=other]:hidden in-data-[page=pool]:hidden">
          <div className="min-h-7" />
          <PoolIntro>
            <span className="hidden in-data-[page]:inline">
              {' '}
              Loading… Data comes directly from the chain.
            </span>
          </PoolIntro>
          {welcome !== undefined && <p className="mt-1 max-w-prose">{welcome}</p>}
        </div>
      </Frame>
    </Router>
  )
}
