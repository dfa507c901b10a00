import { Link } from 'react-router'
import { maxUint256 } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { tokenMarks } from '../../data/tokenMarks'
import { useBusyPools } from '../../data/useBusyPools'
import { useNamesakes } from '../../data/useNamesakes'
import { useReadyWallet } from '../../data/useReadyWallet'
import { revokeIntent } from '../../flows/kinds/revoke'
import { formatNameAt } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { StatusBadge } from '../../ui/StatusBadge'
import { TokenName } from '../../ui/TokenName'
import { byToken } from './byToken'
import { approvalsContent } from './content'

/** What markets may take from the account's wallet, by settlement token, and how to take that back. Nothing where there is none. */
export function Approvals() {
  const { snapshot } = useSnapshot()
  const namesakes = useNamesakes()
  const pools = snapshot?.pools ?? []
  const groups = byToken(pools)
  if (groups.length === 0) return null
  const marks = tokenMarks(pools)
  return (
    <Card title={approvalsContent.title}>
      <p className="mb-3 text-xs text-muted">{approvalsContent.intro}</p>
      <div className="space-y-4">
        {groups.map(({ token, pools }) => (
          <section
            key={token.address}
            aria-label={approvalsContent.ofToken(
              formatNameAt(token.symbol, marks.get(token.address)?.at),
            )}
          >
            <h3 className="mb-1 text-xs text-muted">
              <TokenName symbol={token.symbol} mark={marks.get(token.address)} />
            </h3>
            <ul className="divide-y divide-line">
              {pools.map((pool) => (
                <ApprovalLine
                  key={pool.facts.address}
                  pool={pool}
                  isNamesake={namesakes.has(pool.facts.address)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function ApprovalLine({ pool, isNamesake }: { pool: PoolAtBlock; isNamesake: boolean }) {
  const { facts, account } = pool
  const at = isNamesake ? facts.address : undefined
  const allowed = account?.settlementAllowance ?? 0n
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <Link
          to={`/pool/${facts.address}`}
          className="min-w-0 font-medium underline-offset-4 hover:underline"
        >
          <Name of={facts.name} at={at} />
        </Link>
        {!isVerified(pool) && <StatusBadge tone="bad">{approvalsContent.unverified}</StatusBadge>}
      </span>
      <span className="flex items-center gap-3">
        {allowed > maxUint256 / 2n ? (
          <span>{approvalsContent.unlimited}</span>
        ) : (
          <Amount value={allowed} token={facts.settlementToken} />
        )}
        <RevokeButton facts={facts} name={formatNameAt(facts.name, at)} />
      </span>
    </li>
  )
}

function RevokeButton({
  facts,
  name,
}: {
  facts: PoolAtBlock['facts']
  /** What the market is called, as it is shown. */
  name: string
}) {
  const { isWatched } = useSnapshot()
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const account = wallet.isReady ? wallet.account : undefined
  const isBusy = useBusyPools((flow) => flow.account === account).has(facts.address)
  if (isWatched) return null
  if (!wallet.isReady)
    return <Button {...wallet.button}>{approvalsContent.walletFirst(wallet.label)}</Button>
  return (
    <Button
      aria-label={approvalsContent.revokeFor(name)}
      disabled={isBusy}
      onClick={() => start(wallet.account, revokeIntent(facts, name), false)}
    >
      {approvalsContent.revoke}
    </Button>
  )
}
