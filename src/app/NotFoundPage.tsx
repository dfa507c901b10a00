import { Link } from 'react-router'

export function NotFoundPage() {
  return (
    <div className="py-16 text-center">
      <title>Page not found</title>
      <h1 className="text-2xl font-semibold">Page not found</h1>
      <p className="mt-2 text-muted">The link may be outdated or incomplete.</p>
      <Link to="/" className="mt-6 inline-block text-accent underline underline-offset-4">
        All markets
      </Link>
    </div>
  )
}
