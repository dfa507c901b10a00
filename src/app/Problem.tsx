import { Button } from '../ui/Button'

/** Shown in place of a page that broke. What was sent is on the chain and in the list of transactions all the same. */
export function Problem({ error }: { error: unknown }) {
  const message = error instanceof Error ? error.message : 'No further details.'
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <title>Something broke</title>
      <h1 className="text-2xl font-semibold">This page broke</h1>
      <p className="mt-2">
        It is a fault of the interface. Your tokens are untouched, and transactions that you sent go
        on without it.
      </p>
      <p className="mt-4 rounded border border-line bg-raised p-3 font-mono text-xs break-words">
        {message}
      </p>
      <div className="mt-6 flex items-center gap-4">
        <Button look="primary" onClick={() => window.location.reload()}>
          Load again
        </Button>
        {/* No link of the router's: that may be what broke. */}
        <a href="./" className="text-accent underline underline-offset-4">
          All markets
        </a>
      </div>
    </div>
  )
}
