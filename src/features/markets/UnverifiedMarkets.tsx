import { Button } from '../../ui/Button'
import { laterContent } from './laterContent'

/** How many markets the list leaves out because a component of them is unverified, and the way to them. */
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
      {isShown ? laterContent.unverifiedShown : laterContent.unverifiedHidden(hidden)}
      <Button onClick={() => onShow(!isShown)}>
        {isShown ? laterContent.hideUnverified : laterContent.showUnverified}
      </Button>
    </p>
  )
}
