import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useAccount } from 'wagmi'
import { queuedCommits } from '../../analytics/exit/nextExitStep'
import { queueRoom } from '../../analytics/queueRoom'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { isBusy, isOpen } from '../../flows/flow'
import type { CommitIntent } from '../../flows/kinds/commit'
import { Card } from '../../ui/Card'
import { AmountField } from './AmountField'
import { ChangedOrder } from './ChangedOrder'
import { isApprovalNeeded } from './commitIntent'
import { tradeContent } from './content'
import { amountNote, amountObstacle, amountProblem, orderLabel } from './describeOrder'
import { FirstMint } from './guide/FirstMint'
import { OrderDetails } from './OrderDetails'
import { OrderNotices } from './OrderNotices'
import { OrderOptions } from './OrderOptions'
import { OrderSummary } from './OrderSummary'
import { ownUnit } from './orderForm'
import { SideChoice } from './SideChoice'
import { SubmitOrder } from './SubmitOrder'
import { SwapSection } from './swap/SwapSection'
import { UnverifiedConsent } from './UnverifiedConsent'
import { unprojectedProblem } from './unprojectedProblem'
import { useAgreedFigures } from './useAgreedFigures'
import { useClaimOffer } from './useClaimOffer'
import { useConsent } from './useConsent'
import { orderFigures, useOrder } from './useOrder'
import { useOrderForm } from './useOrderForm'
import { useOrderWarnings } from './useOrderWarnings'
import { useSendOrder } from './useSendOrder'
import { useSentOrder } from './useSentOrder'
import { useSubmitOrder } from './useSubmitOrder'

/**
 * Where an order is made: what is to be done, from where, how much, what comes of it, and the button.
 *
 * @param hint What may have to be done before anything can be sent
 * @param transactions This market's that are on their way, below the button that starts them
 */
export function Ticket({
  pool,
  hint,
  transactions,
}: {
  pool: PoolAtBlock
  hint?: ReactNode
  transactions: (what: 'others' | 'swaps') => ReactNode
}) {
  const { facts, snapshot, account } = pool
  const { ethBalanceWei, account: shownAccount } = useSnapshot().snapshot ?? {}
  const { address: connected } = useAccount()
  // What is shown can be of an account that is only looked at.
  const isForeign =
    connected !== undefined && shownAccount !== undefined && shownAccount !== connected
  const isOthers = shownAccount !== undefined && shownAccount !== connected
  const [form, changeForm] = useOrderForm(facts.deprecated, account)
  // Another action, side or unit is another amount: what was left empty or unfinished before says nothing about it.
  const fieldKey = `${form.action} ${form.side} ${form.unit}`
  const [touchedKey, setTouchedKey] = useState<string>()
  const isTouched = touchedKey === fieldKey
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
  // What one account has agreed to, another has not.
  const orderKey = JSON.stringify([connected, form])
  const agreed = useAgreedFigures(orderKey, figures)

  const terms = useMemo(
    () => ({ approval, autoClaimWei, consent: consent.key }),
    [approval, autoClaimWei, consent.key],
  )
  const send = useSendOrder(pool, order, orderKey, agreed, terms)
  // Someone else's, started before the account was changed in the wallet, are in no one's way.
  const ours = useFlows().filter(
    ({ intent, account: owner }) => intent.pool === facts.address && owner === connected,
  )
  // Once the commit is out, an amount left there would invite a second one.
  useSentOrder(ours, () => {
    changeForm((current) => ({ ...current, amount: '' }))
    setTouchedKey(undefined)
  })

  const isBusyAlready = ours.some((flow) => isOpen(flow) && isBusy(flow))
  const isPaused = snapshot.paused || snapshot.committerPaused
  const room =
    account === undefined ? 'free' : queueRoom(snapshot, account.user, order.slot.updateIntervalId)
  const needsApproval = isApprovalNeeded(pool, order.legs)
  const pullsFromWallet = ownUnit(form.action) === 'settlement' && form.source !== 'escrow'
  const warnings = useOrderWarnings(room, pullsFromWallet ? facts.settlementToken : undefined)

  const amountField = useRef<HTMLInputElement>(null)
  /** The order that was refused at the last press: changed, it is another. */
  const [refusedKey, setRefusedKey] = useState<string>()
  // What is wrong with the amount stands at its field, which has the focus then.
  const obstacle = problem === undefined && !claim.offer.ok ? claim.offer.problem : undefined
  // An offer that cannot be made has to be seen, whether it was typed or came with a link.
  const [isOptionsOpen, setOptionsOpen] = useState(form.claim !== undefined)
  const isOfferBad = !claim.offer.ok
  useEffect(() => {
    if (isOfferBad) setOptionsOpen(true)
  }, [isOfferBad])

  const isUnagreed = consent.isNeeded && !consent.isGiven
  const missing = amountObstacle(order, isTouched)
  const isChanged = agreed.isAsked && !isBusyAlready
  const submit = useSubmitOrder({
    order: orderLabel(form),
    needsApproval,
    obstacle: missing,
    hasChanged: isChanged,
    isBlocked:
      isPaused ||
      unprojected !== undefined ||
      room === 'full' ||
      // What is missing needs no account: after connecting, the button keeps the focus while the account is read.
      (account === undefined && missing === undefined) ||
      isBusyAlready ||
      isUnagreed ||
      (isChanged && agreed.offered === undefined),
    onSend: async (sender) => {
      if (order.amount.ok && problem === undefined && claim.offer.ok) {
        return send(sender, isChanged ? agreed.confirm() : undefined)
      }
      setTouchedKey(fieldKey)
      setRefusedKey(orderKey)
      if (!order.amount.ok || problem !== undefined) amountField.current?.focus()
      else setOptionsOpen(true)
      return undefined
    },
  })

  return (
    <Card title={tradeContent.title} isTitleHidden>
      {currentBrand.features.firstMintGuide && !isOthers && isVerified(pool) && (
        <FirstMint
          pool={pool}
          hasAmount={order.amount.ok && problem === undefined}
          needsApproval={needsApproval}
          approval={approval}
        />
      )}
      <form
        className="space-y-3"
        noValidate
        // A key that is held down is one press: it must not send at figures that have just changed.
        onKeyDown={(event) => event.key === 'Enter' && event.repeat && event.preventDefault()}
        onSubmit={(event) => {
          event.preventDefault()
          if (!submit.isDisabled) submit.run()
        }}
      >
        <SideChoice form={form} onlyBurn={facts.deprecated} onChange={changeForm} />
        <AmountField
          order={order}
          settlementSymbol={facts.settlementToken.symbol}
          problem={problem}
          note={amountNote(order, dollarsOf)}
          onChange={(part) => changeForm((current) => ({ ...current, ...part }))}
          onLeave={() => setTouchedKey(form.amount === '' ? undefined : fieldKey)}
          inputRef={amountField}
        />
        {!isPaused && <OrderSummary pool={pool} order={order} autoClaimWei={autoClaimWei} />}
        <OrderNotices
          pool={pool}
          order={order}
          isForeign={isForeign}
          unprojected={unprojected}
          isQueueFull={room === 'full'}
          warnings={warnings}
        />
        {hint}
        {consent.isNeeded && (
          <UnverifiedConsent pool={pool} isGiven={consent.isGiven} onChange={consent.give} />
        )}
        <SubmitOrder
          action={submit}
          problem={refusedKey === orderKey ? obstacle : undefined}
          isUnderWay={isBusyAlready}
        />
        {/* Below the button, which stays where it is. While an order is on its way, its own card says what changes about it. */}
        {isChanged && <ChangedOrder pool={pool} order={order} agreed={agreed} />}
        {transactions('others')}
        <SwapSection
          pool={pool}
          order={order}
          isForeign={isForeign}
          isBlocked={isBusyAlready || isUnagreed}
        />
        {transactions('swaps')}
        <OrderOptions
          form={form}
          held={order.choice.held}
          onlyBurn={facts.deprecated}
          hasQueued={account !== undefined && queuedCommits(snapshot, account.user).length > 0}
          approval={pullsFromWallet ? approval : undefined}
          isApproved={account !== undefined && order.amount.ok && !needsApproval}
          claim={claim}
          isOpen={isOptionsOpen}
          onOpen={setOptionsOpen}
          onChange={changeForm}
          onApproval={setApproval}
        />
        {!isPaused && <OrderDetails pool={pool} order={order} autoClaimWei={autoClaimWei} />}
      </form>
    </Card>
  )
}
