import { Flash } from '../../ui/Flash'

/** A figure of each side, beside or below each other. Only the side has its color: red and green figures would read as loss and gain. */
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
      <span className="text-long">L</span> {shown(long)}{' '}
      <span className={isStacked ? 'block' : ''}>
        <span className="text-short">S</span> {shown(short)}
      </span>
    </span>
  )
}
