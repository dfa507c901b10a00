import { MAX_FIELD_LENGTH } from '../../protocol/bounds'

/** A new market as it is being filled in, all of it as typed. */
export interface MarketForm {
  readonly token: string
  readonly feed: string
  readonly kind: 'spot' | 'sma'
  /** Of an average: how many samples, and how far apart. */
  readonly periods: string
  readonly sample: string
  readonly leverage: string
  readonly interval: string
  readonly front: string
  /** Percent. */
  readonly mint: string
  readonly burn: string
  /** Empty for the one that feed and token suggest. */
  readonly name: string
  /** What ETH costs in the token: a feed or a wrapper; empty for that of a market with the same token. */
  readonly eth: string
}

export type TextField = Exclude<keyof MarketForm, 'kind'>

export const DEFAULT_MARKET: MarketForm = {
  token: '',
  feed: '',
  kind: 'spot',
  periods: '8',
  sample: '1 h',
  leverage: '3',
  interval: '1 h',
  front: '5 min',
  mint: '0',
  burn: '0',
  name: '',
  eth: '',
}

const TEXT_FIELDS = Object.keys(DEFAULT_MARKET).filter((name): name is TextField => name !== 'kind')

/** The market that a link describes. A link fills the form, and that is all. */
export function toMarketForm(params: URLSearchParams): MarketForm {
  const texts = TEXT_FIELDS.map(
    (name) =>
      [name, (params.get(name) ?? DEFAULT_MARKET[name]).slice(0, MAX_FIELD_LENGTH)] as const,
  )
  const kind = params.get('kind') === 'sma' ? 'sma' : 'spot'
  return { ...DEFAULT_MARKET, ...Object.fromEntries(texts), kind }
}

/** The parameters of a link to the market, with those of others kept. What is usual is left out. */
export function withMarketForm(params: URLSearchParams, form: MarketForm): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of [...TEXT_FIELDS, 'kind'] as const) {
    if (form[name] === DEFAULT_MARKET[name]) next.delete(name)
    else next.set(name, form[name])
  }
  return next
}
