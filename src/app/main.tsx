import { environment } from 'virtual:environment'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { watchPresses } from '../press'
import { watchTooltips } from '../ui/watchTooltips'
import { watchTranslation } from '../ui/watchTranslation'
import { App } from './App'
import { toConfig } from './config'
import { ErrorBoundary } from './ErrorBoundary'
import { Problem } from './Problem'
import './index.css'
import 'virtual:brand.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

function start() {
  try {
    return (
      <ErrorBoundary>
        <App config={toConfig(environment, document.baseURI)} />
      </ErrorBoundary>
    )
  } catch (error) {
    return <Problem error={error} />
  }
}

watchPresses()
watchTooltips()
watchTranslation()
// A transition is drawn in slices of a few milliseconds: a slow telephone stays responsive while the page comes up.
const app = createRoot(root)
startTransition(() => app.render(<StrictMode>{start()}</StrictMode>))
