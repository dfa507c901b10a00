import { Link } from 'react-router'

export function NotFoundPage() {
  return (
    <div className="py-16 text-center">
      <title>Not found</title>
      <h1 className="text-2xl font-semibold">There is no such page</h1>
      <p className="mt-2 text-muted">The link may be old, or was cut off on its way to you.</p>
      <Link to="/" className="mt-6 inline-block text-accent underline underline-offset-4">
        All markets
      </Link>
    </div>
  )
}
