import { Button } from '../ui/Button'
import { isDownloadFailure } from '../ui/isDownloadFailure'

/** Shown in place of a page that broke. What was sent is on the chain and in the list of transactions anyway. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const message = error instanceof Error ? error.message : 'No further details.'
  const isDownload = isDownloadFailure(error)
  const title = isDownload
    ? 'This page couldn’t be downloaded'
    : 'Something went wrong on this page'
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <title>{title}</title>
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="mt-2">
        {isDownload ? 'Check your connection and try again.' : 'This is a bug in the app.'} Your
        tokens aren’t affected, and transactions you sent continue.
      </p>
      {!isDownload && (
        <p className="mt-4 rounded border border-line bg-raised p-3 font-mono text-xs break-words">
          {message}
        </p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-4">
        {isDownload && onRetry && (
          <Button look="primary" onClick={onRetry}>
            Try again
          </Button>
        )}
        <Button
          look={isDownload && onRetry ? 'secondary' : 'primary'}
          onClick={() => window.location.reload()}
        >
          Reload page
        </Button>
        {/* No link of the router's: that may be what broke. */}
        <a href="./" className="text-accent underline underline-offset-4">
          All markets
        </a>
      </div>
    </div>
  )
}
