import { Component, type ReactNode } from 'react'
import { AttemptContext } from './AttemptContext'
import { Button } from './Button'
import { isDownloadFailure } from './isDownloadFailure'
import { Notice } from './Notice'

interface Props {
  /** What it is that may be missing, as the subject of a sentence: “The chart”. */
  readonly what?: string
  readonly children: ReactNode
}

interface State {
  readonly error: unknown
  readonly attempt: number
}

/** Keeps a fault in one part of a page, or code that cannot be fetched, from taking the rest down; offers to try again. */
export class SectionBoundary extends Component<Props, State> {
  override state: State = { error: undefined, attempt: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('No further details.') }
  }

  override render() {
    const { what = 'This section', children } = this.props
    const { error, attempt } = this.state
    if (error === undefined)
      return (
        <AttemptContext key={attempt} value={attempt}>
          {children}
        </AttemptContext>
      )
    return (
      <Notice tone="error">
        <p>{what} couldn’t be shown. The rest of the page still works.</p>
        <p className="my-2 text-xs break-words text-muted">{reasonOf(error)}</p>
        <Button onClick={() => this.setState({ error: undefined, attempt: attempt + 1 })}>
          Try again
        </Button>
      </Notice>
    )
  }
}

function reasonOf(error: unknown): string {
  if (isDownloadFailure(error)) return 'The download failed. Check your connection and try again.'
  return error instanceof Error ? error.message : String(error)
}
