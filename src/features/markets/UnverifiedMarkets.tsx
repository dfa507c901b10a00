import { Button } from '../../ui/Button'

/** How many markets the list leaves out as their parts are not known, and the way to them. */
export function UnverifiedMarkets({
  hidden,
  isShown,
  onShow,
}: {
  hidden: number
  isShown: boolean
  onShow: (isShown: boolean) => void
}) {
  if (hidden === 0 && !isShown) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
      {isShown
        ? 'Unverified markets are shown, after the others.'
        : `${hidden} unverified ${hidden === 1 ? 'market is' : 'markets are'} not shown.`}
      <Button onClick={() => onShow(!isShown)}>
        {isShown ? 'Hide unverified markets' : 'Show unverified markets'}
      </Button>
    </p>
  )
}
