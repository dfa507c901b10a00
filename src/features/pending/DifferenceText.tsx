import { Amount } from '../../ui/Amount'
import { pendingContent } from './content'
import { type Difference, shareText } from './describeOutcome'

const content = pendingContent.outcome

/** `Exactly as projected: 12.5 long.`, or how much more or less it was; the tooltips of the amounts have every unit. */
export function DifferenceText({ of: { token, projected, actual } }: { of: Difference }) {
  const amount = (value: bigint, symbol = token.symbol) => (
    <Amount value={value} token={{ ...token, symbol }} />
  )
  if (actual === projected) return content.exact(amount(actual))
  const [word, by] =
    actual > projected
      ? (['more', actual - projected] as const)
      : (['less', projected - actual] as const)
  return content.differs(
    amount(actual),
    amount(by, ''),
    word,
    amount(projected),
    shareText(projected, actual),
  )
}
