import { useId, useState } from 'react'
import { applySlippage } from '../../../chain/balancer/buildSwap'
import { resolveBalancer } from '../../../chain/balancer/resolveBalancer'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useFlowActions } from '../../../data/FlowsProvider'
import { useNetwork } from '../../../data/NetworkContext'
import { shortTokenName } from '../../../data/shortTokenName'
import { useReadyWallet } from '../../../data/useReadyWallet'
import { describeAmount } from '../../../format/describeAmount'
import { describeSlippageError, parseSlippage } from '../../../format/parseSlippage'
import { Button } from '../../../ui/Button'
import { SwitchErrorNotice } from '../../../ui/SwitchErrorNotice'
import type { LiveOrder } from '../useOrder'
import { swapContent } from './content'
import { swapTitle } from './describeSwap'
import { DEFAULT_TERMS, parseDeadline } from './parseSwapTerms'
import { swapIntent } from './swapIntent'
import { type LiveComparison, vaultAllowance } from './useSwapComparison'
import type { SwapMarket } from './useSwapMarket'

const { form: content, problem: problems } = swapContent

/** How much worse than its quote a swap may get and until when, and the button that starts it. */
export function SwapForm({
  pool,
  order,
  market,
  live,
  isForeign,
  isBlocked,
}: {
  pool: PoolAtBlock
  order: LiveOrder
  market: SwapMarket
  live: LiveComparison
  isForeign: boolean
  isBlocked: boolean
}) {
  const id = useId()
  const { start } = useFlowActions()
  const network = useNetwork()
  const wallet = useReadyWallet()
  const [terms, setTerms] = useState(DEFAULT_TERMS)
  const slippage = parseSlippage(terms.slippage)
  const deadline = parseDeadline(terms.deadline)
  const { quote } = live.compared
  const { tokenIn, tokenOut } = market
  const held = order.choice.held?.wallet
  const isTooMuch = held !== undefined && quote.amountIn > held
  const needsApproval = vaultAllowance(market.pools, tokenIn.address) < quote.amountIn
  const obstacle = !slippage.ok
    ? describeSlippageError(slippage.code, terms.slippage)
    : !deadline.ok
      ? problems.deadline(deadline.code, terms.deadline)
      : isForeign
        ? content.watching
        : isTooMuch
          ? content.tooMuch(describeAmount(held, shortTokenName(pool, tokenIn)))
          : undefined
  const swap = () => {
    const balancer = resolveBalancer(network)
    if (!wallet.isReady || balancer === undefined || !slippage.ok || !deadline.ok) return
    const intent = swapIntent(pool, quote, {
      title: swapTitle(quote, tokenIn, tokenOut),
      vault: balancer.vault,
      slippageBasisPoints: slippage.basisPoints,
      deadlineSec: live.atSec + deadline.seconds,
    })
    start(wallet.account, intent, needsApproval)
  }
  const minimum = slippage.ok
    ? content.minimum(
        describeAmount(
          applySlippage(quote.amountOut, slippage.basisPoints),
          shortTokenName(pool, tokenOut),
        ),
      )
    : undefined
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <TermField
          label={content.slippage}
          unit={content.slippageUnit}
          value={terms.slippage}
          isBad={!slippage.ok}
          noteId={`${id}-note`}
          onChange={(text) => setTerms({ ...terms, slippage: text })}
        />
        <TermField
          label={content.deadline}
          unit={content.deadlineUnit}
          value={terms.deadline}
          isBad={!deadline.ok}
          noteId={`${id}-note`}
          onChange={(text) => setTerms({ ...terms, deadline: text })}
        />
      </div>
      <div id={`${id}-note`} className="min-h-8 text-xs">
        <p aria-live="polite" className="text-short">
          {obstacle}
        </p>
        {obstacle === undefined && (
          <p className="text-muted">
            {[
              minimum,
              needsApproval ? content.exactApproval : undefined,
              order.form.source === 'wallet' ? undefined : content.fromWallet,
            ]
              .filter((text) => text !== undefined)
              .join(' ')}
          </p>
        )}
      </div>
      {wallet.isReady ? (
        <Button
          className="min-h-11 w-full"
          disabled={obstacle !== undefined || isBlocked}
          onClick={swap}
        >
          {needsApproval ? content.approveAndSwap : content.swap}
        </Button>
      ) : (
        <>
          <SwitchErrorNotice text={wallet.trouble} />
          <Button className="min-h-11 w-full" {...wallet.button}>
            {content.pressAgain(wallet.label)}
          </Button>
        </>
      )}
    </div>
  )
}

function TermField({
  label,
  unit,
  value,
  isBad,
  noteId,
  onChange,
}: {
  label: string
  unit: string
  value: string
  isBad: boolean
  /** Of the element that says what is wrong. */
  noteId: string
  onChange: (text: string) => void
}) {
  return (
    <label className="flex items-center gap-2 text-muted">
      {label}
      <input
        className={`w-16 rounded border bg-canvas px-2 py-1 text-right text-ink max-sm:min-h-10 ${isBad ? 'border-short' : 'border-line'}`}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={isBad}
        aria-describedby={noteId}
        // Enter in a field of the ticket would send the commit.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(event) => onChange(event.target.value)}
      />
      {unit}
    </label>
  )
}
