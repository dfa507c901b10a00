import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { computeRewardRates } from '../../analytics/staking/rewardRates'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBusyFarms } from '../../data/useBusyFarms'
import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { formatPercent } from '../../format/formatRatio'
import { parseAvailableAmount } from '../../format/parseAvailableAmount'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { stakeContent } from './content'
import { describeAmountProblem } from './describeAmountProblem'
import { describeUnit } from './describeUnit'
import type { FarmRow } from './farmRow'
import { StakeAmountField } from './StakeAmountField'
import { needsApproval, stakeIntent, withdrawIntent } from './stakeIntents'
import type { StakeMode } from './stakeMode'

const { form: content } = stakeContent

/** Stakes or withdraws an amount. Folded where all that is left is to leave. */
export function StakeForm({
  row,
  account,
  canStake,
}: {
  row: FarmRow
  account: `0x${string}`
  canStake: boolean
}) {
  const { staked, farm, token } = row
  const [chosen, setChosen] = useState<StakeMode>('stake')
  const hasStake = staked > 0n
  if (!canStake && !hasStake) return null
  const mode = !canStake ? 'withdraw' : hasStake ? chosen : 'stake'
  if (!hasStake && farm.stakingToken.held === 0n)
    return (
      <p className="text-muted">
        {content.noneToStake(describeUnit(row))}{' '}
        {token.pool !== undefined && token.kind !== 'lp' && !token.pool.facts.deprecated && (
          <Link
            to={`/pool/${token.pool.facts.address}?action=mint&side=${token.kind}`}
            aria-label={content.mintIn(formatName(token.pool.facts.name))}
            className="text-ink underline underline-offset-4"
          >
            {content.mint}
          </Link>
        )}
      </p>
    )
  const form = <AmountForm key={mode} row={row} account={account} mode={mode} />
  if (!canStake)
    return (
      <details>
        <summary className="text-muted hover:text-ink max-sm:py-2">{content.withdrawSome}</summary>
        <div className="pt-2">{form}</div>
      </details>
    )
  return (
    <>
      {hasStake && (
        <Segmented
          label={content.modes}
          value={mode}
          options={[
            { value: 'stake', label: content.stake },
            { value: 'withdraw', label: content.withdraw },
          ]}
          onChange={setChosen}
        />
      )}
      {form}
    </>
  )
}

function AmountForm({
  row,
  account,
  mode,
}: {
  row: FarmRow
  account: `0x${string}`
  mode: StakeMode
}) {
  const { start } = useFlowActions()
  const { farm, staked, name } = row
  const { decimals, held } = farm.stakingToken
  const isBusy = useBusyFarms(account).has(farm.address)
  const [text, setText] = useState('')
  // What is being typed is not yet wrong for being empty.
  const [isTried, setTried] = useState(false)
  const available = mode === 'stake' ? held : staked
  const amount = parseAvailableAmount(text, decimals, available)
  const problem =
    amount.ok || (amount.code === 'EMPTY' && !isTried)
      ? undefined
      : describeAmountProblem(amount.code, text, row, mode)
  const isApproving = mode === 'stake' && amount.ok && needsApproval(farm, amount.value)
  const label =
    mode === 'withdraw' ? content.withdraw : isApproving ? content.approveAndStake : content.stake
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(!amount.ok)
    if (!amount.ok || isBusy) return
    if (mode === 'stake') start(account, stakeIntent(row, amount.value), isApproving)
    else start(account, withdrawIntent(row, amount.value), false)
    setText('')
  }
  return (
    <form onSubmit={submit}>
      <StakeAmountField
        row={row}
        mode={mode}
        text={text}
        available={available}
        problem={problem}
        note={
          amount.ok && mode === 'stake' ? (
            <>
              <Preview row={row} amount={amount.value} /> {isApproving && content.exactApproval}
            </>
          ) : undefined
        }
        onChange={setText}
      />
      <Button
        type="submit"
        // One of many on the page: it stands out once there is something to send.
        look={amount.ok ? 'primary' : 'secondary'}
        className="mt-1 w-full"
        disabled={isBusy}
        aria-label={content.actionIn(label, name)}
      >
        {label}
      </Button>
    </form>
  )
}

/** What the stake would earn with this amount more in it. */
function Preview({ row: { farm, staked }, amount }: { row: FarmRow; amount: bigint }) {
  const { snapshot } = useSnapshot()
  const { state, rewardToken } = farm
  const after = { ...state, totalSupply: state.totalSupply + amount }
  const nowSec = snapshot?.block.timestampSec ?? 0n
  const { shareWad, ownPerHour } = computeRewardRates(after, staked + amount, nowSec)
  const perHour = `${formatAmountShort(ownPerHour, rewardToken.decimals)} ${formatName(rewardToken.symbol)}`
  return content.preview(formatPercent(shareWad), perHour)
}
