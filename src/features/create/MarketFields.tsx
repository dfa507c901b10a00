import { isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { VerifiedComponent } from '../../chain/verification/verifiedComponent'
import { verifiedComponents } from '../../chain/verification/verifiedComponents'
import { useNetwork } from '../../data/NetworkContext'
import { formatName } from '../../format/formatAddress'
import { MAX_OFFERS } from '../../protocol/bounds'
import { Segmented } from '../../ui/Segmented'
import { createContent } from './content'
import type { MarketForm, TextField } from './marketForm'
import { TextInput } from './TextInput'
import { useDefaultToken } from './useDefaultToken'
import type { LivePlan } from './useMarketPlan'

const content = createContent.fields

const KINDS = [
  { value: 'spot', label: content.spot },
  { value: 'sma', label: content.sma },
] as const

/** A market’s parameters, each with the result of its checks. */
export function MarketFields({
  plan,
  onChange,
}: {
  plan: LivePlan
  onChange: (change: Partial<MarketForm>) => void
}) {
  const { form, findings, poolName } = plan
  // An unverified market can claim anything about its components.
  const pools = plan.pools.filter(isVerified)
  const known = verifiedComponents(useNetwork())
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
        label={content.token}
        placeholder="0x…"
        isAddress
        offers={tokens}
        {...field('token')}
      />
      <TextInput
        label={content.feed}
        placeholder="0x…"
        isAddress
        offers={withFeeds(known.feeds, pools)}
        {...field('feed')}
      />
      <p className="text-muted">{content.price}</p>
      <Segmented
        label={content.kind}
        options={KINDS}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {form.kind === 'sma' && (
        <div className="grid gap-x-4 pt-1 sm:grid-cols-2">
          <TextInput label={content.periods} {...field('periods')} />
          <TextInput label={content.sample} {...field('sample')} />
        </div>
      )}
      <div className="grid gap-x-4 gap-y-2 pt-2 sm:grid-cols-2">
        <TextInput label={content.leverage} unit="x" {...field('leverage')} />
        <TextInput label={content.interval} {...field('interval')} />
        <TextInput label={content.front} {...field('front')} />
        <TextInput label={content.name} placeholder={poolName} {...field('name')} />
        <TextInput label={content.mint} unit="%" {...field('mint')} />
        <TextInput label={content.burn} unit="%" {...field('burn')} />
      </div>
      <TextInput
        label={content.eth}
        placeholder={plan.ethWrapper?.wrapper ?? '0x…'}
        isAddress
        {...field('eth')}
      />
    </div>
  )
}

/** With the tokens that the markets settle in. */
function withTokens(known: readonly VerifiedComponent[], pools: readonly PoolAtBlock[]) {
  const used = pools.map(({ facts: { settlementToken } }) => ({
    name: formatName(settlementToken.symbol, 12),
    address: settlementToken.address,
  }))
  return distinct([...known, ...used])
}

/** With the feeds that the markets follow. */
function withFeeds(known: readonly VerifiedComponent[], pools: readonly PoolAtBlock[]) {
  const used = pools.flatMap(({ facts: { base, quote, oracle } }) =>
    base === undefined || quote === undefined
      ? []
      : { name: formatName(`${base}/${quote}`, 16), address: oracle.feed },
  )
  return distinct([...known, ...used])
}

/** Anyone can create a market with tokens and feeds of any name: a few are offered, and no name twice. */
function distinct(components: readonly VerifiedComponent[]): readonly VerifiedComponent[] {
  return components
    .filter(
      (component, index) =>
        components.findIndex(
          ({ address, name }) =>
            isAddressEqual(address, component.address) ||
            name.toLowerCase() === component.name.toLowerCase(),
        ) === index,
    )
    .slice(0, MAX_OFFERS)
}
