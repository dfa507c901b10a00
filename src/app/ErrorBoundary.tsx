import { Component, type ReactNode } from 'react'
import { AttemptContext } from '../ui/AttemptContext'
import { Problem } from './Problem'

interface State {
  readonly error: unknown
  readonly attempt: number
}

/** Says that something broke, in the place of what did. Code that did not come is fetched again at a second try. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined, attempt: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('No further details.') }
  }

  override render() {
    const { error, attempt } = this.state
    if (error !== undefined)
      return (
        <Problem
          error={error}
          onRetry={() => this.setState({ error: undefined, attempt: attempt + 1 })}
        />
      )
    return (
      <AttemptContext key={attempt} value={attempt}>
        {this.props.children}
      </AttemptContext>
    )
  }
}
