import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { watchPresses } from '../press'
import { App } from './App'
import { ConfigProblem } from './ConfigProblem'
import { ConfigError, parseConfig } from './config'
import { ErrorBoundary } from './ErrorBoundary'
import { hideDeniedLocks } from './hideDeniedLocks'
import { Problem } from './Problem'
import './index.css'
import 'virtual:brand.css'

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
    if (error instanceof ConfigError) return <ConfigProblem error={error} />
    return <Problem error={error} />
  }
}

watchPresses()
void hideDeniedLocks()
// A transition is drawn in slices of a few milliseconds: a slow telephone stays responsive while the page comes up.
const app = createRoot(root)
startTransition(() => app.render(<StrictMode>{start()}</StrictMode>))
