import { useEffect } from 'react'
import { useNamesakes } from '../../data/useNamesakes'
import { OtherMarkets } from './OtherMarkets'
import { UnverifiedMarkets } from './UnverifiedMarkets'

/**
 * What the list leaves out, and the ways to it: unverified markets, and those that are not read.
 *
 * @param onNamesakes Told which of the listed are shown with their address: what finds them comes with this, after the first load
 */
export default function MoreMarkets({
  onNamesakes,
  ...props
}: Parameters<typeof UnverifiedMarkets>[0] & {
  onNamesakes: (namesakes: ReadonlySet<string>) => void
}) {
  const namesakes = useNamesakes()
  useEffect(() => onNamesakes(namesakes), [namesakes, onNamesakes])
  return (
    <>
      <UnverifiedMarkets {...props} />
      <OtherMarkets />
    </>
  )
}
