import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { Explain } from '../../explain/Explain'
import { formatName } from '../../format/formatAddress'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { EscrowActions } from './EscrowActions'

/** What the account has in this pool: in the wallet, and settled but not yet claimed. */
export function PositionCard({ pool }: { pool: PoolAtBlock }) {
  const { account, snapshot: shown } = useSnapshot()
  const dollarsOf = useDollars()
  const { facts, snapshot, account: part } = pool
  const money = facts.settlementToken
  if (account === undefined)
    return (
      <Card title="Your position">
        <p className="text-muted">Connect a wallet to see what you hold here.</p>
      </Card>
    )
  if (part === undefined && shown?.account === account)
    return (
      <Card title="Your position">
        <p className="text-warn">
          What you hold here could not be read: one of the pool’s tokens does not answer. It is
          asked again by itself.
        </p>
      </Card>
    )
  if (part === undefined)
    return (
      <Card title="Your position">
        <div aria-busy="true" className="h-40">
          <Skeleton width="12rem" />
        </div>
      </Card>
    )
  const worthOf = (long: bigint, short: bigint) =>
    (long * tokenPrice(snapshot, 'long').wad + short * tokenPrice(snapshot, 'short').wad) / WAD
  const { escrow } = part
  return (
    <Card title="Your position">
      <Facts>
        <Fact name={formatName(facts.longToken.symbol)}>
          <Amount value={part.longBalance} token={{ ...facts.longToken, symbol: 'long' }} />
        </Fact>
        <Fact name={formatName(facts.shortToken.symbol)}>
          <Amount value={part.shortBalance} token={{ ...facts.shortToken, symbol: 'short' }} />
        </Fact>
        <Worth
          name="In the wallet, worth now"
          value={worthOf(part.longBalance, part.shortBalance)}
          token={money}
        />
      </Facts>
      <h3 className="mt-4 font-medium">
        In escrow <Explain topic="escrow" />
      </h3>
      <p className="text-xs text-muted">
        Executed commits wait in the pool until you claim them into your wallet.
      </p>
      <Facts>
        <Fact name="Long tokens">
          <Amount value={escrow.longTokens} token={{ ...facts.longToken, symbol: 'long' }} />
        </Fact>
        <Fact name="Short tokens">
          <Amount value={escrow.shortTokens} token={{ ...facts.shortToken, symbol: 'short' }} />
        </Fact>
        <Fact name="Settlement">
          <Dollars wad={dollarsOf(escrow.settlementTokens, money)} />{' '}
          <Amount value={escrow.settlementTokens} token={money} />
        </Fact>
        <Worth
          name="In escrow, worth now"
          value={worthOf(escrow.longTokens, escrow.shortTokens) + escrow.settlementTokens}
          token={money}
        />
      </Facts>
      <EscrowActions pool={pool} emptyLabel="Nothing to claim" />
    </Card>
  )
}

function Worth({ name, value, token }: { name: string; value: bigint; token: TokenFacts }) {
  const dollarsOf = useDollars()
  return (
    <Fact
      name={name}
      hint="What the pool’s balances give each token at this block, fees not counted"
    >
      <Dollars wad={dollarsOf(value, token)} /> <Amount value={value} token={token} />
    </Fact>
  )
}
