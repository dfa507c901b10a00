import { Link, useSearchParams } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatName } from '../../format/formatAddress'
import { AmountList } from '../../ui/AmountList'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { amountsToTakeOut, lpAmount, stakedAmount } from './amountsOf'
import { exitContent } from './content'
import { LeaveFarm } from './LeaveFarm'
import { RemoveLiquidity } from './RemoveLiquidity'
import type { TakeOutStep } from './takeOutSteps'

const content = exitContent.takeOut
const LINK = 'text-muted underline underline-offset-4 hover:text-ink'

/** In the link where the way goes on without them: a farm may refuse, or be where the stake is meant to stay. */
export const LEAVE_BEHIND = 'leave'

/**
 * What has to come out of farms and of Balancer's pools before it can be burned, with the next of it as the only thing to do; one
 * line where it is left there.
 */
export function TakeOut({
  pool,
  steps,
  isFirst,
  canWait,
  isWatched,
}: {
  pool: PoolAtBlock
  /** At least one. */
  steps: readonly TakeOutStep[]
  isFirst: boolean
  /** Whether there is anything to burn or claim without it. */
  canWait: boolean
  isWatched: boolean
}) {
  const [params] = useSearchParams()
  const search = (isLeft: boolean) => {
    const next = new URLSearchParams(params)
    if (isLeft) next.set(LEAVE_BEHIND, '')
    else next.delete(LEAVE_BEHIND)
    return { search: next.toString() }
  }
  if (!isFirst) {
    const { staked, liquidity } = amountsToTakeOut(steps)
    return (
      <Notice standing>
        {content.leftBehind(<AmountList amounts={[...staked, ...liquidity]} />)}{' '}
        <Link to={search(false)} replace className={LINK}>
          {content.takeOutFirst}
        </Link>
      </Notice>
    )
  }
  return (
    <Card title={content.title}>
      <p className="mb-3 max-w-prose text-muted">{content.intro}</p>
      <ol className="space-y-3">
        {steps.map((step, index) => (
          <li
            key={step.kind === 'leaveFarm' ? step.stake.farm.address : step.lp.address}
            aria-current={index === 0 ? 'step' : undefined}
            className={`flex gap-3 ${index === 0 ? '' : 'text-muted'}`}
          >
            <Place index={index} />
            <div className="min-w-0 flex-1 space-y-2">
              <p className={index === 0 ? 'font-medium' : ''}>
                <StepName step={step} />
              </p>
              {step.kind === 'leaveFarm' ? (
                <LeaveFarm pool={pool} step={step} isNext={index === 0} isWatched={isWatched} />
              ) : (
                <RemoveLiquidity
                  pool={pool}
                  step={step}
                  isNext={index === 0}
                  isWatched={isWatched}
                />
              )}
            </div>
          </li>
        ))}
        <li className="flex gap-3 text-muted">
          <Place index={steps.length} />
          <p>{content.afterwards}</p>
        </li>
      </ol>
      {canWait && (
        <p className="mt-4">
          <Link to={search(true)} replace className={LINK}>
            {content.leaveBehind}
          </Link>
        </p>
      )}
    </Card>
  )
}

function Place({ index }: { index: number }) {
  return (
    <span aria-hidden="true" className="tabular w-5 shrink-0 text-right">
      {`${index + 1}.`}
    </span>
  )
}

function StepName({ step }: { step: TakeOutStep }) {
  if (step.kind === 'removeLiquidity')
    return content.pool(<AmountList amounts={[lpAmount(step.held + step.staked)]} />)
  const { stake } = step
  const amount = <AmountList amounts={[stakedAmount(stake)]} />
  return content.farm(amount, formatName(stake.farm.rewardToken.symbol, 12))
}
