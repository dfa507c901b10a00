import { isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { KnownPart } from '../../chain/verification/knownPart'
import { knownParts } from '../../chain/verification/knownParts'
import { useNetwork } from '../../data/NetworkContext'
import { formatName } from '../../format/formatAddress'
import { MAX_OFFERS } from '../../protocol/bounds'
import { Segmented } from '../../ui/Segmented'
import type { MarketForm, TextField } from './marketForm'
import { TextInput } from './TextInput'
import { useDefaultToken } from './useDefaultToken'
import type { LivePlan } from './useMarketPlan'

const KINDS = [
  { value: 'spot', label: 'Spot' },
  { value: 'sma', label: 'Average (SMA)' },
] as const

/** What a market is made of, field by field, each with what the checks say of it. */
export function MarketFields({
  plan,
  onChange,
}: {
  plan: LivePlan
  onChange: (change: Partial<MarketForm>) => void
}) {
  const { form, findings, poolName } = plan
  // A stranger's market says what it likes of its parts.
  const pools = plan.pools.filter(isVerified)
  const known = knownParts(useNetwork())
  const tokens = withTokens(known.tokens, pools)
  useDefaultToken(form.token, tokens, (token) => onChange({ token }))
  const field = (name: TextField) => ({
    value: form[name],
    finding: findings[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <div className="space-y-2">
      <TextInput
        label="Settlement token"
        placeholder="0x…"
        isAddress
        offers={tokens}
        {...field('token')}
      />
      <TextInput
        label="Oracle feed"
        placeholder="0x…"
        isAddress
        offers={withFeeds(known.feeds, pools)}
        {...field('feed')}
      />
      <p className="text-muted">The price of a rebalance</p>
      <Segmented
        label="Kind of oracle"
        options={KINDS}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {form.kind === 'sma' && (
        <div className="grid gap-x-4 pt-1 sm:grid-cols-2">
          <TextInput label="Samples in the average" {...field('periods')} />
          <TextInput label="Time between samples" {...field('sample')} />
        </div>
      )}
      <div className="grid gap-x-4 gap-y-2 pt-2 sm:grid-cols-2">
        <TextInput label="Leverage" unit="x" {...field('leverage')} />
        <TextInput label="Update interval" {...field('interval')} />
        <TextInput label="Front-running interval" {...field('front')} />
        <TextInput label="Name" placeholder={poolName} {...field('name')} />
        <TextInput label="Minting fee" unit="%" {...field('mint')} />
        <TextInput label="Burning fee" unit="%" {...field('burn')} />
      </div>
      <TextInput
        label="Price of ETH in the token, to pay keepers by"
        placeholder={plan.ethWrapper?.wrapper ?? '0x…'}
        isAddress
        {...field('eth')}
      />
    </div>
  )
}

/** With the tokens that the markets settle in. */
function withTokens(known: readonly KnownPart[], pools: readonly PoolAtBlock[]) {
  const used = pools.map(({ facts: { settlementToken } }) => ({
    name: formatName(settlementToken.symbol, 12),
    address: settlementToken.address,
  }))
  return distinct([...known, ...used])
}

/** With the feeds that the markets follow. */
function withFeeds(known: readonly KnownPart[], pools: readonly PoolAtBlock[]) {
  const used = pools.flatMap(({ facts: { base, quote, oracle } }) =>
    base === undefined || quote === undefined
      ? []
      : { name: formatName(`${base}/${quote}`, 16), address: oracle.feed },
  )
  return distinct([...known, ...used])
}

/** Anybody can make a market, of parts with any name: a few are offered, and no name twice. */
function distinct(parts: readonly KnownPart[]): readonly KnownPart[] {
  return parts
    .filter(
      (part, index) =>
        parts.findIndex(
          ({ address, name }) =>
            isAddressEqual(address, part.address) || name.toLowerCase() === part.name.toLowerCase(),
        ) === index,
    )
    .slice(0, MAX_OFFERS)
}
