import { useId } from 'react'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { liquidityPoolOf } from '../../data/liquidityPoolOf'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { isBusy, isOpen } from '../../flows/flow'
import { describeAmount } from '../../format/describeAmount'
import { describeSlippageError, parseSlippage } from '../../format/parseSlippage'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { liquidityContent } from './content'
import type { LiquidityForm, LiquidityRequest } from './liquidityForm'
import { liquidityIntent, minimumOf } from './liquidityIntents'
import { type LiquidityPool, LP_DECIMALS } from './liquidityPool'
import { QuoteFacts } from './QuoteFacts'
import {
  type LiquidityQuote,
  type LiquidityQuoteState,
  useLiquidityQuote,
} from './useLiquidityQuote'

const { form: content } = liquidityContent

/** What Balancer gives for what was entered, how much less is accepted, and the button that starts it. */
export function LiquidityOffer({
  pool,
  form,
  request,
  isShort,
  onSlippage,
  onSent,
}: {
  pool: LiquidityPool
  form: LiquidityForm
  /** Undefined while nothing that can be quoted was entered. */
  request: LiquidityRequest | undefined
  /** The wallet lacks something for it, which is said at its field. */
  isShort: boolean
  onSlippage: (text: string) => void
  onSent: () => void
}) {
  const id = useId()
  const { start } = useFlowActions()
  const network = useNetwork()
  const wallet = useReadyWallet()
  const isUnderWay = useIsUnderWay(pool)
  const asked = useLiquidityQuote(pool, request)
  const slippage = parseSlippage(form.slippage)
  const quote = asked.state === 'quoted' ? asked.quote : undefined
  const isBlocked = pool.lp.paused && form.mode === 'add'
  const obstacle = slippage.ok ? undefined : describeSlippageError(slippage.code, form.slippage)
  const approvals = request === undefined ? 0 : countApprovals(pool, request)
  const label =
    form.mode === 'remove' ? content.remove : approvals > 0 ? content.approveAndAdd : content.add
  const send = () => {
    const balancer = resolveBalancer(network)
    if (!wallet.isReady || balancer === undefined || quote === undefined || !slippage.ok) return
    start(wallet.account, liquidityIntent(quote, balancer.vault, slippage.basisPoints), false)
    onSent()
  }
  return (
    <>
      <div className="min-h-24">
        {quote === undefined ? (
          <NoQuote state={asked} mode={form.mode} />
        ) : (
          <QuoteFacts quote={quote} />
        )}
      </div>
      <label className="flex items-center gap-2 text-muted">
        {content.slippage}
        <input
          className={`w-16 rounded border bg-canvas px-2 py-1 text-right text-ink max-sm:min-h-10 ${slippage.ok ? 'border-line' : 'border-short'}`}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={form.slippage}
          aria-invalid={!slippage.ok}
          aria-describedby={`${id}-note`}
          onChange={(event) => onSlippage(event.target.value)}
        />
        {content.percent}
      </label>
      <div id={`${id}-note`} className="min-h-12 text-xs">
        <p aria-live="polite" className="wrap-anywhere text-short">
          {obstacle}
        </p>
        {obstacle === undefined && quote !== undefined && slippage.ok && (
          <p className="tabular text-muted">
            {content.atLeast(describeMinimum(quote, slippage.basisPoints))}{' '}
            {approvals > 0 ? content.approvals(approvals) : content.noDeadline}
          </p>
        )}
      </div>
      {wallet.isReady ? (
        <Button
          look="primary"
          className="min-h-11 w-full"
          disabled={
            quote === undefined || obstacle !== undefined || isShort || isBlocked || isUnderWay
          }
          onClick={send}
        >
          {label}
        </Button>
      ) : (
        <>
          <SwitchErrorNotice text={wallet.trouble} />
          <Button className="min-h-11 w-full" {...wallet.button}>
            {content.walletFirst(wallet.label)}
          </Button>
        </>
      )}
    </>
  )
}

function NoQuote({ state, mode }: { state: LiquidityQuoteState; mode: LiquidityForm['mode'] }) {
  if (state.state === 'failed') return <Notice tone="warn">{content.failed}</Notice>
  if (state.state === 'rejected') return <Notice tone="warn">{state.reason}</Notice>
  return (
    <p className="text-muted">{state.state === 'none' ? content.enter[mode] : content.loading}</p>
  )
}

/** Whether this account is adding to this pool or removing from it already. */
function useIsUnderWay({ lp }: LiquidityPool): boolean {
  const { account } = useSnapshot()
  return useFlows().some(
    (flow) =>
      liquidityPoolOf(flow) === lp.id && isOpen(flow) && isBusy(flow) && flow.account === account,
  )
}

/** How many tokens the Vault may not yet take as much of. Removing needs no approval. */
function countApprovals({ lp }: LiquidityPool, request: LiquidityRequest): number {
  if (request.kind === 'remove') return 0
  return lp.tokens.filter(({ allowance }, index) => allowance < (request.amountsIn[index] ?? 0n))
    .length
}

function describeMinimum(quote: LiquidityQuote, slippageBasisPoints: number): string {
  const minimum = minimumOf(quote, slippageBasisPoints)
  const tokens =
    quote.request.kind === 'add'
      ? [{ symbol: liquidityContent.lp, decimals: LP_DECIMALS }]
      : quote.pool.tokens
  return tokens
    .flatMap((token, index) => {
      const amount = minimum[index] ?? 0n
      return amount === 0n ? [] : describeAmount(amount, token)
    })
    .join(liquidityContent.and)
}
