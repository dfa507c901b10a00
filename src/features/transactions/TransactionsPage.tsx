import { Link } from 'react-router'
import { isAddressEqual } from 'viem'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useFlows } from '../../data/FlowsProvider'
import { liquidityPoolOf } from '../../data/liquidityPoolOf'
import { farmOf } from '../../data/useBusyFarms'
import { useNowMs } from '../../data/useNow'
import { type Flow, isFinished } from '../../flows/flow'
import { stepName } from '../../flows/kinds/kinds'
import { isReplacedBy } from '../../flows/replacedFlow'
import { formatAddress } from '../../format/formatAddress'
import { formatClock } from '../../format/formatTime'
import { Card } from '../../ui/Card'
import { ApprovalLeft, leavesApproval } from './ApprovalLeft'
import { transactionsContent } from './content'
import { describeFlow } from './describeFlow'
import { FlowResult } from './FlowResult'
import { MARKS } from './FlowSteps'
import { StepHashes } from './StepHashes'

const content = transactionsContent.page

/** Everything that was sent from this browser, newest first, with its result. */
export function TransactionsPage() {
  const flows = useFlows()
  return (
    <div className="space-y-5">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold">{content.title}</h1>
      <Card title={content.recent} isTitleHidden>
        {flows.length === 0 ? (
          <p className="text-muted">
            {content.none}{' '}
            <Link to="/" className="text-accent underline underline-offset-4">
              {content.browse}
            </Link>
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {flows.map((flow, index) => (
              <FlowLine
                key={flow.id}
                flow={flow}
                isReplaced={flows.slice(0, index).some((later) => isReplacedBy(flow, later))}
              />
            ))}
          </ul>
        )}
        <p className="mt-3 text-xs text-muted">{content.kept}</p>
      </Card>
    </div>
  )
}

/** The page that a flow belongs to. */
function placeOf(flow: Flow): string {
  if (farmOf(flow) !== undefined) return '/stake'
  const liquidity = liquidityPoolOf(flow)
  if (liquidity !== undefined) return `/liquidity/${liquidity}`
  const { intent } = flow
  const pool = intent.kind === 'create' ? intent.created.deployPool : intent.pool
  return pool === undefined ? '/create' : `/pool/${pool}`
}

function FlowLine({ flow, isReplaced }: { flow: Flow; isReplaced: boolean }) {
  const { address } = useAccount()
  const nowSec = useNowMs() / 1_000
  const { phase } = describeFlow(flow)
  const isOther = address === undefined || !isAddressEqual(address, flow.account)
  return (
    <li className="relative py-3 pl-6 first:pt-0 last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute left-0 w-4 text-center ${phase === 'problem' ? 'text-warn' : 'text-muted'}`}
      >
        {MARKS[phase]}
      </span>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link to={placeOf(flow)} className="min-w-0 font-medium underline-offset-4 hover:underline">
          {flow.intent.title}
        </Link>
        <span className="tabular text-xs text-muted">
          {formatClock(flow.createdAtMs / 1_000, nowSec)}
          {isOther && ` · ${content.by(formatAddress(flow.account))}`}
        </span>
      </p>
      <p className="text-sm text-muted">
        {/* Fifty receipts at once would be too many: amounts that were read before are said. */}
        <FlowResult flow={flow} isRead={false} />
      </p>
      {flow.steps.some(({ hashes }) => hashes.length > 0) && (
        <ul className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
          {flow.steps
            .filter(({ hashes }) => hashes.length > 0)
            .map((step) => (
              <li key={`${step.kind}-${step.leg}`}>
                {stepName(flow.intent, step)} <StepHashes hashes={step.hashes} />
              </li>
            ))}
        </ul>
      )}
      {flow.dismissed && !isFinished(flow) && (
        <p className="text-sm text-muted">{isReplaced ? content.replaced : content.dismissed}</p>
      )}
      {leavesApproval(flow) && !isReplaced && <ApprovalLeft />}
      {!flow.dismissed && !isFinished(flow) && phase === 'problem' && !isOther && (
        <Link
          to={placeOf(flow)}
          className="inline-block text-sm underline underline-offset-4 max-sm:py-2.5"
        >
          {farmOf(flow) !== undefined ||
          liquidityPoolOf(flow) !== undefined ||
          flow.intent.kind === 'create'
            ? content.continueHere
            : content.continueOnMarket}
        </Link>
      )}
    </li>
  )
}
