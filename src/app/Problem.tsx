import { Button } from '../ui/Button'

/** Shown in place of a page that broke. What was sent is on the chain and in the list of transactions anyway. */
export function Problem({ error }: { error: unknown }) {
  const message = error instanceof Error ? error.message : 'No further details.'
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <title>Something went wrong</title>
      <h1 className="text-2xl font-semibold">Something went wrong on this page</h1>
      <p className="mt-2">
        This is a bug in the app. Your tokens aren’t affected, and transactions you sent continue.
      </p>
      <p className="mt-4 rounded border border-line bg-raised p-3 font-mono text-xs break-words">
        {message}
      </p>
      <div className="mt-6 flex items-center gap-4">
        <Button look="primary" onClick={() => window.location.reload()}>
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
