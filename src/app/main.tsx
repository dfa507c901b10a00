import { lazy, StrictMode, Suspense, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { watchPresses } from '../press'
import { watchTooltips } from '../ui/watchTooltips'
import { watchTranslation } from '../ui/watchTranslation'
import { App } from './App'
import { ConfigError, parseConfig } from './config'
import { ErrorBoundary } from './ErrorBoundary'
import { Problem } from './Problem'
import './index.css'
import 'virtual:brand.css'

/** For whoever runs the host, and never for a build that works. */
const ConfigProblem = lazy(async () => ({
  default: (await import('./ConfigProblem')).ConfigProblem,
}))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

function start() {
  try {
    return (
      <ErrorBoundary>
        <App config={parseConfig(import.meta.env, document.baseURI)} />
      </ErrorBoundary>
    )
  } catch (error) {
    if (error instanceof ConfigError)
      return (
        <ErrorBoundary>
          <Suspense>
            <ConfigProblem error={error} />
          </Suspense>
        </ErrorBoundary>
      )
    return <Problem error={error} />
  }
}

watchPresses()
watchTooltips()
watchTranslation()
// A transition is drawn in slices of a few milliseconds: a slow telephone stays responsive while the page comes up.
const app = createRoot(root)
startTransition(() => app.render(<StrictMode>{start()}</StrictMode>))
