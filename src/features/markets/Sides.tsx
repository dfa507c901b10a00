import { Flash } from '../../ui/Flash'

/** A figure of each side, beside or below each other. */
export function Sides({
  long,
  short,
  flashes = false,
  isStacked = false,
}: {
  long: string
  short: string
  /** Whether a change lights up. */
  flashes?: boolean
  isStacked?: boolean
}) {
  const shown = (text: string) => (flashes ? <Flash>{text}</Flash> : text)
  return (
    <span className="whitespace-nowrap">
      <span className="text-long">{shown(`L ${long}`)}</span>{' '}
      <span className={`text-short ${isStacked ? 'block' : ''}`}>{shown(`S ${short}`)}</span>
    </span>
  )
}
