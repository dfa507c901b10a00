import { Link } from 'react-router'
import { type LabForm, withLabForm } from '../form/labForm'
import { strategiesContent as content } from './content'
import type { StrategyTerms } from './parseStrategy'
import { SIMULATED, type Strategy } from './strategy'
import { ticketLinks } from './ticketLinks'

/** The way to the simulation of the strategy, and to the tickets filled in. */
export function StrategyActions({
  strategy,
  terms,
  form,
  address,
}: {
  strategy: Strategy
  terms: StrategyTerms
  form: LabForm
  /** Of a pool of the list. */
  address: string | undefined
}) {
  const simulated = SIMULATED[strategy]
  const position = simulated === 'small' ? terms.smallSide : simulated
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      {address === undefined ? (
        <span className="text-muted">{content.choosePool}</span>
      ) : (
        ticketLinks(strategy, terms).map(({ label, query }) => (
          <Link
            key={query}
            to={`/pool/${address}?${query}`}
            className="inline-flex min-h-9 items-center rounded bg-accent px-3 py-1.5 font-semibold text-on-accent hover:brightness-110"
          >
            {label}
          </Link>
        ))
      )}
      <Link
        to={{
          pathname: '/lab/simulate',
          search: withLabForm(new URLSearchParams(), { ...form, position }).toString(),
        }}
        className="underline underline-offset-4"
      >
        {content.simulate}
      </Link>
    </p>
  )
}
