import { Link } from 'react-router'
import type { CommitIntent } from '../../flows/kinds/commit'
import { formatAmount } from '../../format/formatAmount'
import { Segmented } from '../../ui/Segmented'
import { AutoClaim } from './AutoClaim'
import { tradeContent } from './content'
import type { Held } from './orderChoice'
import { type OrderForm, type Source, withAction } from './orderForm'
import type { ClaimField } from './useClaimOffer'

const content = tradeContent.options

const SOURCES = (['wallet', 'escrow', 'both'] as const).map((value) => ({
  value,
  label: content.sources[value],
}))
const APPROVALS = (['exact', 'unlimited'] as const).map((value) => ({
  value,
  label: content.approvals[value],
}))

/** What is rarely changed, one click away. The closed line says how it is set. */
export function OrderOptions({
  form,
  held,
  onlyBurn,
  hasQueued,
  approval,
  isApproved,
  claim,
  isOpen,
  onOpen,
  onChange,
  onApproval,
}: {
  form: OrderForm
  held: Held | undefined
  onlyBurn: boolean
  /** Whether the person has commits in this market's queue. */
  hasQueued: boolean
  /** Undefined where the order takes nothing from the wallet that needs one. */
  approval: CommitIntent['approval'] | undefined
  /** The pool may spend what the order takes from the wallet as it is. */
  isApproved: boolean
  claim: ClaimField
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (change: (form: OrderForm) => OrderForm) => void
  onApproval: (approval: CommitIntent['approval']) => void
}) {
  const sources = sourcesFor(form.source, held)
  const isMint = form.action === 'mint' || form.action === 'straddle'
  return (
    <details
      className="rounded border border-line"
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary className="px-3 py-1.5 max-sm:py-2 text-muted hover:text-ink">
        {content.title}
        <span className={`block text-xs ${claim.offer.ok ? '' : 'text-warn'}`}>
          {stateText(
            form,
            approval === undefined ? undefined : isApproved ? 'approved' : approval,
            claim,
          )}
        </span>
      </summary>
      {isOpen && (
        <div className="space-y-3 px-3 pt-1 pb-3">
          <div>
            <SwitchLabel text={content.source} />
            {sources.length > 1 ? (
              <Segmented
                label={content.source}
                options={sources}
                value={form.source}
                onChange={(source) => onChange((current) => ({ ...current, source }))}
              />
            ) : (
              <p>{content.onlyWallet}</p>
            )}
          </div>
          {approval !== undefined && isApproved && (
            <p className="text-xs text-muted">
              {content.approved}{' '}
              <Link to="/portfolio" className="underline underline-offset-4 hover:text-ink">
                {content.seeApprovals}
              </Link>
            </p>
          )}
          {approval !== undefined && !isApproved && (
            <div>
              <SwitchLabel text={content.approval} />
              <Segmented
                label={content.approval}
                options={APPROVALS}
                value={approval}
                onChange={onApproval}
              />
              <p className="mt-1 text-xs text-muted">{content.approvalMeaning[approval]}</p>
            </div>
          )}
          {isMint && !onlyBurn && (
            <label className="flex min-h-9 cursor-pointer items-center gap-2 max-sm:min-h-10">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={form.action === 'straddle'}
                onChange={({ target: { checked } }) =>
                  onChange((current) => withAction(current, checked ? 'straddle' : 'mint'))
                }
              />
              {content.straddle}
            </label>
          )}
          {(form.action === 'straddle' || form.action === 'flip') && (
            <p className="text-xs text-muted">{tradeContent.meaning[form.action]}</p>
          )}
          <AutoClaim field={claim} hasQueued={hasQueued} />
        </div>
      )}
    </details>
  )
}

/** The switch has it as its own name already, for those who hear it. */
function SwitchLabel({ text }: { text: string }) {
  return (
    <p aria-hidden="true" className="mb-1 text-xs text-muted">
      {text}
    </p>
  )
}

/** `From wallet · exact approval · no auto-claim` */
function stateText(
  { action, source }: OrderForm,
  approval: CommitIntent['approval'] | 'approved' | undefined,
  { text, offer }: ClaimField,
): string {
  const claim =
    text === undefined
      ? content.noAutoClaim
      : offer.ok
        ? content.autoClaimOf(formatAmount(offer.wei, 18))
        : content.autoClaimOpen
  const states = [
    content.from[source],
    action === 'straddle' ? content.straddleState : undefined,
    approval === undefined ? undefined : content.approvalState[approval],
    claim,
  ]
  return states.filter((state) => state !== undefined).join(' · ')
}

/** Both are offered where both hold something, the escrow where it does. */
function sourcesFor(chosen: Source, held: Held | undefined) {
  const hasBoth = held !== undefined && held.wallet > 0n && held.escrow > 0n
  const isOffered = {
    wallet: true,
    escrow: held === undefined || held.escrow > 0n,
    both: hasBoth,
  } satisfies Record<Source, boolean>
  return SOURCES.filter(({ value }) => isOffered[value] || value === chosen)
}
