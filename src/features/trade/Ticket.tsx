import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useAccount } from 'wagmi'
import { queueRoom } from '../../analytics/queueRoom'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { hasSent, isBusy, isOpen } from '../../flows/flow'
import type { CommitIntent } from '../../flows/kinds/commit'
import { Card } from '../../ui/Card'
import { ChangedFigures } from '../../ui/ChangedFigures'
import { Notice } from '../../ui/Notice'
import { AmountField } from './AmountField'
import { AutoClaim } from './AutoClaim'
import { BalNote } from './BalNote'
import { isApprovalNeeded } from './commitIntent'
import { amountNote, amountProblem } from './describeOrder'
import { FirstMint } from './guide/FirstMint'
import { MoreOptions } from './MoreOptions'
import { ownUnit } from './orderForm'
import { QueueRoom } from './QueueRoom'
import { SubmitOrder } from './SubmitOrder'
import { TicketChoices } from './TicketChoices'
import { TicketPreview } from './TicketPreview'
import { UnverifiedConsent } from './UnverifiedConsent'
import { unprojectedProblem } from './unprojectedProblem'
import { useAgreedFigures } from './useAgreedFigures'
import { useClaimOffer } from './useClaimOffer'
import { useConsent } from './useConsent'
import { orderFigures, useOrder } from './useOrder'
import { useOrderForm } from './useOrderForm'
import { useSendOrder } from './useSendOrder'

/**
 * Where an order is made: what is to be done, from where, how much, what comes of it, and the button.
 *
 * @param hint What may have to be done before anything can be sent
 */
export function Ticket({ pool, hint }: { pool: PoolAtBlock; hint?: ReactNode }) {
  const { facts, snapshot, account } = pool
  const { ethBalanceWei, account: shownAccount } = useSnapshot().snapshot ?? {}
  const { address: connected } = useAccount()
  // What is shown can be of an account that is only looked at.
  const isForeign =
    connected !== undefined && shownAccount !== undefined && shownAccount !== connected
  const [form, changeForm] = useOrderForm(facts.deprecated)
  const [isTouched, setTouched] = useState(false)
  const consent = useConsent(pool, form.action, connected)
  const [approval, setApproval] = useState<CommitIntent['approval']>('exact')
  const order = useOrder(pool, form)
  const dollarsOf = useDollars()
  const changeClaim = (claim: string | undefined) =>
    changeForm((current) => ({ ...current, claim }))
  const claim = useClaimOffer(form.claim, changeClaim, ethBalanceWei)
  const autoClaimWei = claim.offer.ok ? claim.offer.wei : 0n
  const problem = amountProblem(order, isTouched)
  const unprojected = problem === undefined ? unprojectedProblem(order) : undefined
  const figures = orderFigures(pool, order)
  const orderKey = JSON.stringify(form)
  const agreed = useAgreedFigures(orderKey, figures)

  const terms = useMemo(
    () => ({ approval, autoClaimWei, consent: consent.key }),
    [approval, autoClaimWei, consent.key],
  )
  const send = useSendOrder(pool, order, orderKey, agreed.seen, terms)
  // Somebody else's, begun before the account was changed in the wallet, are in nobody's way.
  const ours = useFlows().filter(
    ({ intent, account: owner }) => intent.pool === facts.address && owner === connected,
  )
  // An older one that was refused waits beside it, and is no longer this ticket's.
  const underWayId = ours.find(
    (flow) => flow.intent.kind === 'commit' && isBusy(flow) && !hasSent(flow, 'commit'),
  )?.id
  const [startedId, setStartedId] = useState(underWayId)
  if (underWayId !== undefined && underWayId !== startedId) setStartedId(underWayId)
  const isSent = ours.some((flow) => flow.id === startedId && hasSent(flow, 'commit'))
  // Once the commit is out the amount has done its service; left there it would invite a second one.
  useEffect(() => {
    if (!isSent) return
    changeForm((current) => ({ ...current, amount: '' }))
    setTouched(false)
    setStartedId(undefined)
  }, [isSent, changeForm])

  const isBusyAlready = ours.some((flow) => isOpen(flow) && isBusy(flow))
  const isPaused = snapshot.paused || snapshot.committerPaused
  const room =
    account === undefined ? 'free' : queueRoom(snapshot, account.user, order.slot.updateIntervalId)
  const needsApproval = isApprovalNeeded(pool, order.legs)
  const pullsFromWallet = ownUnit(form.action) === 'settlement' && form.source !== 'escrow'

  return (
    <>
      {currentBrand.features.firstMintGuide && !isForeign && isVerified(pool) && (
        <FirstMint
          pool={pool}
          hasAmount={order.amount.ok}
          needsApproval={needsApproval}
          approval={approval}
        />
      )}
      <Card title="Trade">
        <form
          className="space-y-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTouched(true)
          }}
        >
          <TicketChoices
            form={form}
            held={order.choice.held}
            onlyBurn={facts.deprecated}
            onChange={changeForm}
          />
          <AmountField
            order={order}
            settlementSymbol={facts.settlementToken.symbol}
            problem={problem}
            note={amountNote(order, dollarsOf)}
            onChange={(part) => changeForm((current) => ({ ...current, ...part }))}
            onLeave={() => setTouched(form.amount !== '')}
          />
          {!isPaused && <TicketPreview pool={pool} order={order} autoClaimWei={autoClaimWei} />}
          <div>
            <AutoClaim
              field={claim}
              hasQueued={(pool.account?.user.unAggregatedCommitments.length ?? 0) > 0}
            />
            {pullsFromWallet && <MoreOptions approval={approval} onChange={setApproval} />}
          </div>
          {isForeign && (
            <Notice tone="warn">
              Balances are those of an account that you only look at. Nothing can be sent for it.
            </Notice>
          )}
          {isPaused && (
            <Notice tone="warn">
              {snapshot.paused
                ? 'This pool is paused and takes no commits.'
                : 'This pool pays no claims for now. What is committed could not be claimed, so no commits are offered here.'}
            </Notice>
          )}
          {!isPaused && unprojected !== undefined && <Notice tone="warn">{unprojected}</Notice>}
          {hint}
          <QueueRoom room={room} />
          {/* While an order is on its way, its own card says what changes about it. */}
          {!isBusyAlready &&
            agreed.change !== undefined &&
            agreed.seen !== undefined &&
            figures !== undefined && (
              <ChangedFigures
                change={agreed.change}
                says="Nothing was sent."
                before={agreed.seen}
                now={figures}
                paid={order.choice.paid}
                tokens={facts}
              />
            )}
          {pullsFromWallet && <BalNote token={facts.settlementToken} />}
          <p className="text-xs text-muted">
            A commit cannot be cancelled, and executes at the price of its rebalance, not of now.
          </p>
          {consent.isNeeded && (
            <UnverifiedConsent pool={pool} isGiven={consent.isGiven} onChange={consent.give} />
          )}
          <SubmitOrder
            needsApproval={needsApproval}
            hasChanged={agreed.change !== undefined && !isBusyAlready}
            isUnderWay={isBusyAlready}
            isBlocked={
              isPaused ||
              unprojected !== undefined ||
              room === 'full' ||
              account === undefined ||
              isBusyAlready ||
              (consent.isNeeded && !consent.isGiven)
            }
            onConfirm={agreed.confirm}
            onSend={async (sender) => {
              if (order.amount.ok && problem === undefined && claim.offer.ok) return send(sender)
              setTouched(true)
              return undefined
            }}
          />
        </form>
      </Card>
    </>
  )
}
