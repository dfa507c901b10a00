/** Stands where a value will be; takes the value's room, so that nothing jumps. */
export function Skeleton({ width = '5rem' }: { width?: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block h-[1em] animate-pulse rounded bg-line align-middle"
      style={{ width }}
    />
  )
}
