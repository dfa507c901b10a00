import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { isVerified } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { Segmented } from '../../ui/Segmented'
import { type Claim, SOURCES, TOPIC_TITLES, VERDICTS, type Verdict } from './claims/claim'
import { CLAIM_GROUPS } from './claims/claimGroups'
import { learnContent } from './content'
import { placeLink } from './learnLinks'
import { sectionId } from './useTopicInView'

const content = learnContent.claims
const CLAIMS = CLAIM_GROUPS.flatMap(({ claims }) => claims)

type Filter = Verdict | 'all'

const FILTERS = [
  { value: 'all' as Filter, label: content.all(CLAIMS.length) },
  ...(Object.keys(VERDICTS) as Verdict[]).map((value) => ({
    value: value as Filter,
    label: content.some(VERDICTS[value], CLAIMS.filter(({ verdict }) => verdict === value).length),
  })),
]

/** Each claim of the articles beside what the contracts do: a table, and cards where there is no room for one. */
export function ClaimsTable({ anchor }: { anchor: ReactNode }) {
  const [filter, setFilter] = useState<Filter>('no')
  const pool = useSnapshot().snapshot?.pools.find(isVerified)?.facts.address
  const groups = CLAIM_GROUPS.map(({ title, claims }) => ({
    title,
    claims: claims.filter(({ verdict }) => filter === 'all' || verdict === filter),
  })).filter(({ claims }) => claims.length > 0)
  return (
    <>
      <div className="flex items-baseline gap-2">
        <h2
          id={`${sectionId('claims')}-title`}
          tabIndex={-1}
          className="text-lg leading-6 font-semibold"
        >
          {TOPIC_TITLES.claims}
        </h2>
        {anchor}
      </div>
      <p className="mt-2 max-w-prose">{content.intro}</p>
      <div className="mt-3 max-w-3xl">
        <Segmented
          isCompact
          label={content.filter}
          options={FILTERS}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {/* Roles of their own: laid out as cards, a table would be none for screen readers. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes them away */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: they are these elements */}
      <table role="table" aria-label={content.table} className="mt-4 w-full max-md:block">
        <thead className="text-left text-xs text-muted max-md:sr-only">
          <tr role="row" className="border-b border-line">
            {content.columns.map((name) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className="py-1.5 pr-6 font-medium first:w-[36%] last:w-[15%] last:pr-0"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, claims }) => (
          <tbody key={title} role="rowgroup" className="max-md:block">
            <tr role="row" className="max-md:block">
              <th
                role="rowheader"
                scope="rowgroup"
                colSpan={3}
                className="pt-6 pb-2 text-left font-semibold max-md:block"
              >
                {title}
              </th>
            </tr>
            {claims.map((each) => (
              <ClaimRow key={each.claim} each={each} pool={pool} />
            ))}
          </tbody>
        ))}
      </table>
      {/* biome-ignore-end lint/a11y/useSemanticElements: they are these elements */}
      {/* biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes them away */}
    </>
  )
}

const TONES: Record<Verdict, string> = {
  holds: 'border-long text-long',
  partly: 'border-warn text-warn',
  no: 'border-short text-short',
  unverifiable: 'border-muted text-muted',
}

const CELL = 'py-2.5 pr-6 align-top last:pr-0 max-md:block max-md:py-1 max-md:pr-0'

function ClaimRow({
  each: { claim, sources, verdict, fact, place },
  pool,
}: {
  each: Claim
  pool: string | undefined
}) {
  const link = placeLink(place, pool)
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes them away
    // biome-ignore-start lint/a11y/useSemanticElements: they are these elements
    <tr
      role="row"
      className="border-b border-line max-md:mb-3 max-md:block max-md:rounded-panel max-md:border max-md:bg-surface max-md:p-3"
    >
      <th role="rowheader" scope="row" className={`${CELL} text-left font-normal`}>
        {claim}
        <span className="mt-0.5 block text-xs text-muted">
          {sources.map((source) => SOURCES[source]).join(' · ')}
        </span>
      </th>
      <td role="cell" className={CELL}>
        <span className={`mr-1 border-l-4 pl-1.5 font-semibold ${TONES[verdict]}`}>
          {VERDICTS[verdict]}.
        </span>{' '}
        {fact}
      </td>
      <td role="cell" className={CELL}>
        {link === undefined ? (
          <span className="text-muted">{content.notShown}</span>
        ) : (
          <Link
            to={link.to}
            className="underline underline-offset-4 hover:text-accent max-md:inline-block max-md:py-1.5"
          >
            {link.label}
          </Link>
        )}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/useSemanticElements: they are these elements
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes them away
  )
}
