/** A link to another site that looks like a button. Nothing is asked of that site before someone follows it. */
export function ButtonLink({
  href,
  look = 'secondary',
  children,
}: {
  href: string
  look?: 'primary' | 'secondary'
  children: string
}) {
  const colours =
    look === 'primary'
      ? 'bg-accent text-on-accent hover:brightness-110 font-semibold'
      : 'bg-raised text-ink border border-edge hover:border-muted'
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={`inline-flex min-h-9 max-sm:min-h-10 items-center justify-center gap-2 rounded px-3 py-1.5 ${colours}`}
    >
      {children}
      <span aria-hidden="true">↗</span>
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  )
}
