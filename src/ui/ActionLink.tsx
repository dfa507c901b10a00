import { Link } from 'react-router'

/** A lesser action of a page that has a page of its own: a link that looks like a button, and in a line what it is for. */
export function ActionLink({ to, label, why }: { to: string; label: string; why: string }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="text-xs text-muted">{why}</p>
      <Link
        to={to}
        className="inline-flex min-h-9 shrink-0 items-center rounded border border-edge bg-raised px-3 py-1.5 hover:border-muted max-sm:min-h-11"
      >
        {label}
      </Link>
    </div>
  )
}
