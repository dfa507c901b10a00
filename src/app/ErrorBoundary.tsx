import { Component, type ReactNode } from 'react'
import { Problem } from './Problem'

/** Says that something broke, in the place of what did. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('No further details.') }
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Problem error={this.state.error} />
    )
  }
}
