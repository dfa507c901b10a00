import type { ReactNode } from 'react'
import { formatAmount, formatAmountShort, formatPlain } from '../../format/formatAmount'
import { TokenAmountField } from '../../ui/TokenAmountField'
import { stakeContent } from './content'
import { describeUnit } from './describeUnit'
import type { FarmRow } from './farmRow'
import type { StakeMode } from './stakeMode'

const { form: content } = stakeContent

/** The amount to stake or withdraw, and what there is of it. */
export function StakeAmountField({
  row,
  mode,
  text,
  available,
  problem,
  note,
  onChange,
}: {
  row: FarmRow
  mode: StakeMode
  text: string
  /** Base units. */
  available: bigint
  problem: string | undefined
  /** Shown in the problem's place when there is none. */
  note: ReactNode
  onChange: (text: string) => void
}) {
  const { decimals } = row.farm.stakingToken
  const held = `${formatAmountShort(available, decimals)} ${describeUnit(row)}`
  return (
    <TokenAmountField
      label={content.amount[mode]}
      spokenLabel={content.amountIn(content.amount[mode], row.name)}
      text={text}
      held={{
        short: mode === 'stake' ? content.inWallet(held) : content.inFarm(held),
        exact: formatAmount(available, decimals),
      }}
      problem={problem}
      note={note}
      max={{
        label: content.max,
        spokenLabel: content.maxOf(row.name),
        isDisabled: available === 0n,
        onClick: () => onChange(formatPlain(available, decimals)),
      }}
      onChange={onChange}
    />
  )
}
