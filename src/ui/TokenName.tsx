import { Name } from './Name'
import { StatusBadge } from './StatusBadge'

/** A token's symbol; with its address where that tells it from others, and a badge where it is not known. */
export function TokenName({
  symbol,
  mark,
}: {
  symbol: string
  mark: { readonly isUnknown: boolean; readonly at: string | undefined } | undefined
}) {
  return (
    <>
      <Name of={symbol} at={mark?.at} />
      {mark?.isUnknown && (
        <>
          {' '}
          <StatusBadge tone="bad">Unverified</StatusBadge>
        </>
      )}
    </>
  )
}
