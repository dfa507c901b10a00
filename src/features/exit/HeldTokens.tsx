import { queuedCommits } from '../../analytics/exit/nextExitStep'
import { queuedOf, worthOf } from '../../analytics/holding'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import type { ShownAmount } from '../../data/valueParts'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { amountsToTakeOut } from './amountsOf'
import { exitContent as content } from './content'
import type { TakeOutStep } from './takeOutSteps'

/** What there is to take out. */
export function HeldTokens({
  pool: { facts, snapshot },
  account,
  steps,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  /** What is in farms and in Balancer's pools. */
  steps: readonly TakeOutStep[]
}) {
  const { longBalance, shortBalance, escrow, user } = account
  const amounts = (long: bigint, short: bigint, money: bigint) => (
    <Amounts
      amounts={[
        { value: long, token: { ...facts.longToken, symbol: 'long' } },
        { value: short, token: { ...facts.shortToken, symbol: 'short' } },
        { value: money, token: facts.settlementToken },
      ]}
    />
  )
  const { staked, liquidity } = amountsToTakeOut(steps)
  // Executed intervals whose result nothing has aggregated yet are in escrow.
  const queued = queuedCommits(snapshot, user)
  const sum = (...of: readonly (keyof CommitmentAmounts)[]) =>
    queued.reduce((all, commitment) => of.reduce((own, key) => own + commitment[key], all), 0n)
  const isWhole = staked.length + liquidity.length === 0
  const inWallet = { longTokens: longBalance, shortTokens: shortBalance, settlementTokens: 0n }
  const worth = [inWallet, escrow, queuedOf(snapshot, user)].reduce(
    (total, held) => total + worthOf(snapshot, held),
    0n,
  )
  return (
    <Card title={content.held.title}>
      <Facts>
        <Fact name={content.held.wallet}>{amounts(longBalance, shortBalance, 0n)}</Fact>
        <Fact name={content.held.escrow}>
          {amounts(escrow.longTokens, escrow.shortTokens, escrow.settlementTokens)}
        </Fact>
        {staked.length > 0 && (
          <Fact name={content.held.staked}>
            <Amounts amounts={staked} />
          </Fact>
        )}
        {liquidity.length > 0 && (
          <Fact name={content.held.liquidity}>
            <Amounts amounts={liquidity} />
          </Fact>
        )}
        {queued.length > 0 && (
          <Fact name={content.held.queued} note={content.held.intervals(queued.length)}>
            {amounts(
              sum('longBurnPoolTokens', 'longBurnShortMintPoolTokens'),
              sum('shortBurnPoolTokens', 'shortBurnLongMintPoolTokens'),
              sum('longMintSettlement', 'shortMintSettlement'),
            )}
          </Fact>
        )}
        <Fact
          name={isWhole ? content.held.value : content.held.valueInside}
          hint={content.held.valueHint}
        >
          <Amount value={worth} token={facts.settlementToken} />
        </Fact>
      </Facts>
    </Card>
  )
}

function Amounts({ amounts }: { amounts: readonly ShownAmount[] }) {
  const rows = amounts.filter(({ value }) => value > 0n)
  if (rows.length === 0) return <span className="text-muted">{content.held.nothing}</span>
  return (
    <span className="inline-flex flex-col items-end sm:flex-row sm:flex-wrap sm:gap-x-3">
      {rows.map(({ value, token }, index) => (
        // Two farms may hold the same amount of the same token.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list has no other key
        <Amount key={index} value={value} token={token} />
      ))}
    </span>
  )
}
