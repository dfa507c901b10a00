import { OtherMarkets } from './OtherMarkets'
import { UnverifiedMarkets } from './UnverifiedMarkets'

/** What the list leaves out, and the ways to it: unverified markets, and those that are not read. */
export default function MoreMarkets(props: Parameters<typeof UnverifiedMarkets>[0]) {
  return (
    <>
      <UnverifiedMarkets {...props} />
      <OtherMarkets />
    </>
  )
}
