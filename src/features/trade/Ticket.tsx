import { useEffect, useState } from 'react'
import { useAccount, useSwitchChain } from 'wagmi'
import type { Side } from '../../analytics/poolFigures'
import { MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useWalletDialogs } from '../../data/WalletDialogs'
import { hasSent, isBusy, isOpen } from '../../flows/flow'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { describeAmountError, parseAmount } from '../../format/parseAmount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { AmountField } from './AmountField'
import { type Action, type CommitChoice, commitChoice } from './commitChoice'
import { TicketPreview } from './TicketPreview'

const SIDES = [
  { value: 'long', label: 'Long', tone: 'text-long' },
  { value: 'short', label: 'Short', tone: 'text-short' },
] as const
const ACTIONS = [
  { value: 'mint', label: 'Mint' },
  { value: 'burn', label: 'Burn' },
] as const
/** A deprecated pool can only be left. */
const ONLY_BURN = ACTIONS.filter(({ value }) => value === 'burn')

/** Where an order is made: side, action, amount, what comes of it, and the button. */
export function Ticket({ pool }: { pool: PoolAtBlock }) {
  const [side, setSide] = useState<Side>('long')
  const [action, setAction] = useState<Action>(pool.facts.deprecated ? 'burn' : 'mint')
  const [text, setText] = useState('')
  const [isTouched, setTouched] = useState(false)
  const { ethBalanceWei } = useSnapshot().snapshot ?? {}
  const flows = useFlows()

  const choice = commitChoice(pool, side, action)
  const parsed = parseAmount(text, choice.paid.decimals, MAX_COMMIT_AMOUNT)
  const problem = amountProblem(text, isTouched, parsed, choice)
  const isPaused = pool.snapshot.paused || pool.snapshot.committerPaused
  // Once the commit is out the amount has done its service; left there it would invite a second one.
  const [startedId, setStartedId] = useState<string>()
  const isSent = flows.some((flow) => flow.id === startedId && hasSent(flow, 'commit'))
  useEffect(() => {
    if (!isSent) return
    setText('')
    setTouched(false)
    setStartedId(undefined)
  }, [isSent])
  const openFlow = flows.find((flow) => isOpen(flow) && flow.intent.pool === pool.facts.address)

  return (
    <Card title="Trade">
      <form
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTouched(true)
        }}
      >
        <Segmented label="Side" options={SIDES} value={side} onChange={setSide} />
        <Segmented
          label="Action"
          options={pool.facts.deprecated ? ONLY_BURN : ACTIONS}
          value={action}
          onChange={setAction}
        />
        <AmountField
          text={text}
          token={choice.paid}
          balance={choice.balance}
          problem={problem}
          disabled={false}
          onChange={setText}
          onLeave={() => setTouched(text !== '')}
        />
        <TicketPreview
          pool={pool}
          side={side}
          choice={choice}
          amount={parsed.ok ? parsed.value : undefined}
        />
        {isPaused && <Notice tone="warn">This pool is paused and takes no commits.</Notice>}
        {ethBalanceWei === 0n && (
          <Notice tone="warn">
            Your wallet has no ETH on this network. The network fee is paid in ETH, so nothing can
            be sent before you bring some.
          </Notice>
        )}
        <SubmitButton
          pool={pool}
          choice={choice}
          amount={parsed.ok && problem === undefined ? parsed.value : undefined}
          title={`${action === 'mint' ? 'Mint' : 'Burn'} ${formatName(choice.poolToken.symbol)} ${
            action === 'mint' ? 'with ' : ''
          }${parsed.ok ? formatAmount(parsed.value, choice.paid.decimals) : ''}${
            action === 'mint' ? ` ${formatName(choice.paid.symbol)}` : ''
          }`}
          isBlocked={isPaused || (openFlow !== undefined && isBusy(openFlow))}
          onInvalid={() => setTouched(true)}
          onStarted={setStartedId}
        />
        <p className="text-xs text-muted">
          A commit cannot be cancelled, and executes at the price of its rebalance, not of now.
        </p>
      </form>
    </Card>
  )
}

function amountProblem(
  text: string,
  isTouched: boolean,
  parsed: ReturnType<typeof parseAmount>,
  { paid, balance }: CommitChoice,
): string | undefined {
  const symbol = formatName(paid.symbol)
  if (!parsed.ok) {
    if (text === '' && !isTouched) return undefined
    // Half-typed numbers are not scolded: `0`, `0.` and `.` are how one begins.
    if (!isTouched && /^0*\.?0*$/.test(text)) return undefined
    return describeAmountError(parsed.code, { ...paid, symbol }, MAX_COMMIT_AMOUNT)
  }
  if (balance !== undefined && parsed.value > balance)
    return `Your wallet holds ${formatAmount(balance, paid.decimals)} ${symbol}, less than this.`
  return undefined
}

function SubmitButton({
  pool,
  choice,
  amount,
  title,
  isBlocked,
  onInvalid,
  onStarted,
}: {
  pool: PoolAtBlock
  choice: CommitChoice
  amount: bigint | undefined
  title: string
  isBlocked: boolean
  onInvalid: () => void
  onStarted: (flowId: string) => void
}) {
  const { address: account, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, preload } = useWalletDialogs()
  const { switchChain, isPending: isSwitching } = useSwitchChain()
  const { start } = useFlowActions()
  const className = 'w-full min-h-11'

  if (account === undefined)
    return (
      <Button look="primary" className={className} onClick={openConnect} onPointerEnter={preload}>
        Connect wallet
      </Button>
    )
  if (chainId !== chain.id)
    return (
      <Button
        look="primary"
        className={className}
        disabled={isSwitching}
        onClick={() => switchChain({ chainId: chain.id })}
      >
        Switch to {chain.name}
      </Button>
    )

  const { facts, account: part } = pool
  const isMint = choice.paid.address === facts.settlementToken.address
  const needsApproval =
    isMint && amount !== undefined && part !== undefined && part.settlementAllowance < amount
  const submit = () => {
    if (amount === undefined || part === undefined) return onInvalid()
    const id = start(
      account,
      {
        kind: 'commit',
        title,
        pool: facts.address,
        committer: facts.committer,
        settlementToken: facts.settlementToken.address,
        legs: [{ commitType: choice.commitType, amount, fromAggregateBalance: false }],
        approval: 'exact',
        autoClaimWei: 0n,
        promise: undefined,
      },
      needsApproval,
    )
    onStarted(id)
  }
  return (
    <Button
      look="primary"
      className={className}
      disabled={isBlocked || part === undefined}
      onClick={submit}
    >
      {needsApproval ? 'Approve and commit' : 'Commit'}
    </Button>
  )
}
