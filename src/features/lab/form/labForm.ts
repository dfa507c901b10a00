/** The pool that exists only in the lab, in place of a pool's address. */
export const MADE_UP = 'made-up'

export const PATHS = ['calm', 'trend', 'crash', 'chop', 'spike', 'points', 'file', 'past'] as const
export const FLOWS = ['none', 'halfLife', 'immediate'] as const
export const MODELS = ['lognormal', 'jumps', 'bootstrap'] as const

export type PathChoice = (typeof PATHS)[number]
export type FlowsChoice = (typeof FLOWS)[number]
export type ModelChoice = (typeof MODELS)[number]

/**
 * Everything that decides what the lab shows, as typed, one entry for each field. All of its pages share it, and the link says what
 * differs from the default.
 */
const DEFAULTS = {
  pool: MADE_UP as string,
  leverage: '3',
  /** Samples of the SMA; 0 for a spot oracle. */
  sma: '8',
  interval: '1 h',
  fee: '2',
  mint: '0',
  burn: '0',
  long: '1000000',
  short: '1000000',
  /** Index price at the start. */
  price: '3000',
  path: 'crash' as PathChoice,
  /** Time and move in percent, a point a line: `0 0`, `50 -30`. */
  points: '0 0\n25 10\n50 -20\n75 5\n100 0',
  length: '30 d',
  /** First day of real prices, `2024-03-01` in UTC; empty for the last ones that there are. */
  from: '',
  flows: 'halfLife' as FlowsChoice,
  /** The decay's own: without flows there is none to show. */
  decayFlows: 'immediate' as FlowsChoice,
  halfLife: '1 d',
  /** Keeper gas price, gwei; empty for no rewards. */
  gas: '',
  eth: '3000',
  seed: '1',
  /** What a perpetual is opened with: a part of its value, percent; empty for the pool's leverage. */
  margin: '',
  /** What holds a perpetual's position: a part of its value, percent. */
  maintenance: '0.5',
  /** Per eight hours, percent. */
  funding: '0.01',
  model: 'lognormal' as ModelChoice,
  /** Per year, percent. */
  volatility: '60',
  drift: '0',
  jumps: '6',
  jumpSize: '10',
  block: '24',
  paths: '2000',
  /** Cost of a hedge elsewhere per year, percent. */
  carry: '0',
  /** Which position the fan shows. */
  position: 'long',
  /** What the decay is drawn against. */
  against: 'leverage',
  strategy: 'directional',
  /** What a strategy is tried with, settlement tokens. */
  amount: '1000',
  /** How long a position is held. */
  held: '7 d',
  /** Of what is owned, percent. */
  hedged: '100',
  /** A weighted pool's parts, percent: long, short, and the third token gets the rest. */
  weightLong: '16.67',
  weightShort: '33.33',
  /** How much of the index the third token has in it, percent. */
  exposure: '100',
  swapFee: '0.5',
  /** Traded per year, as a multiple of the pool. */
  turnover: '20',
} satisfies Record<string, string>

export type LabForm = { readonly [key in keyof typeof DEFAULTS]: (typeof DEFAULTS)[key] }

export const DEFAULT_LAB: LabForm = DEFAULTS

const KEYS = Object.keys(DEFAULTS) as (keyof LabForm)[]
/** A longer text is not one that anyone has typed here. */
const MAX_LENGTH = 80
const MAX_POINTS_LENGTH = 4_000
const CHOICES: Readonly<Partial<Record<keyof LabForm, readonly string[]>>> = {
  path: PATHS,
  flows: FLOWS,
  decayFlows: FLOWS,
  model: MODELS,
}

/** What a link says; what it does not say, or could not have been chosen, is as it is by default. */
export function parseLabLink(params: URLSearchParams): LabForm {
  const form: Record<string, string> = { ...DEFAULTS }
  for (const key of KEYS) {
    const text = params.get(key)
    if (text === null) continue
    const choices = CHOICES[key]
    if (choices !== undefined && !choices.includes(text)) continue
    form[key] = text.slice(0, key === 'points' ? MAX_POINTS_LENGTH : MAX_LENGTH)
  }
  return form as LabForm
}

/** A link's parameters with those of the form in them; what is as it is by default is left out. */
export function withLabForm(params: URLSearchParams, form: LabForm): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const key of KEYS) {
    if (form[key] === DEFAULTS[key]) next.delete(key)
    else next.set(key, form[key])
  }
  return next
}
