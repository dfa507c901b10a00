import { PART_NAMES, type ProfitParts, sizeOf, sumParts } from '../../analytics/profit/profitParts'
import type { TokenFacts } from '../../chain/poolFacts'
import { Tooltip } from '../../ui/Tooltip'
import { profitContent as content } from './content'
import { SignedAmount } from './SignedAmount'

/** A millionth of a token is little in any money. */
const MOST_DECIMALS = 6

/** Each part of a gain or loss as a bar with its number; those that are nothing are left out. */
export function PartsTable({ parts, token }: { parts: ProfitParts; token: TokenFacts }) {
  const shown = PART_NAMES.filter((name) => parts[name] !== 0n)
  const most = shown.reduce((longest, name) => {
    const size = sizeOf(parts[name])
    return size > longest ? size : longest
  }, 1n)
  // All with the same digits, so that they add up as they are read.
  const decimals = Math.min(token.decimals, MOST_DECIMALS)
  return (
    <table className="w-full">
      <tbody>
        {shown.map((name) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal text-muted">
              <Tooltip text={content.partHints[name]}>
                <span>{content.parts[name]}</span>
              </Tooltip>
              <PartBar value={parts[name]} most={most} />
            </th>
            <td className="py-1.5 text-right align-top">
              <SignedAmount value={parts[name]} token={token} decimals={decimals} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line font-medium">
          <th scope="row" className="py-1.5 text-left">
            {content.sum}
          </th>
          <td className="py-1.5 text-right">
            <SignedAmount value={sumParts(parts)} token={token} decimals={decimals} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** From the middle to the right for what was gained, to the left for what was lost. */
function PartBar({ value, most }: { value: bigint; most: bigint }) {
  const percent = Number((sizeOf(value) * 500n) / most) / 10
  const isGain = value > 0n
  return (
    <span aria-hidden="true" className="mt-1 flex h-1 w-full bg-raised">
      <span className="flex w-1/2 justify-end">
        {!isGain && <span className="bg-short" style={{ width: `${percent * 2}%` }} />}
      </span>
      <span className="flex w-1/2">
        {isGain && <span className="bg-long" style={{ width: `${percent * 2}%` }} />}
      </span>
    </span>
  )
}
