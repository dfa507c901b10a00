import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { currentBrand } from '../../brand/currentBrand'
import { ExplanationPlace } from '../../explain/ExplanationPlace'
import Decay from '../../explain/topics/Decay'
import EffectiveLeverage from '../../explain/topics/EffectiveLeverage'
import Escrow from '../../explain/topics/Escrow'
import Pools from '../../explain/topics/Pools'
import PowerLeverage from '../../explain/topics/PowerLeverage'
import Queue from '../../explain/topics/Queue'
import RebalancingRate from '../../explain/topics/RebalancingRate'
import Skew from '../../explain/topics/Skew'
import Sma from '../../explain/topics/Sma'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { ClaimsTable } from './ClaimsTable'
import { type LearnTopic, TOPIC_TITLES } from './claims/claim'
import { learnContent as content, topicTexts } from './content'
import { KeeperSection } from './KeeperSection'
import { topicLink } from './learnLinks'
import { sectionId, useTopicInView } from './useTopicInView'

const TOPICS = Object.keys(TOPIC_TITLES) as LearnTopic[]

/** The same that the question marks open. */
const FIGURES = {
  pools: Pools,
  powerLeverage: PowerLeverage,
  rebalancingRate: RebalancingRate,
  skew: Skew,
  effectiveLeverage: EffectiveLeverage,
  queue: Queue,
  sma: Sma,
  decay: Decay,
  escrow: Escrow,
} satisfies Record<keyof typeof topicTexts, unknown>

const FIGURE_TOPICS = Object.keys(FIGURES) as (keyof typeof FIGURES)[]

/** How a pool works: all explanations in reading order, the keeper's steps of a live pool, and what of the articles holds. */
export function LearnPage() {
  const topic = useTopicInView()
  return (
    <>
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold">{content.title}</h1>
      <p className="mt-1 max-w-prose text-muted">{content.intro}</p>
      <div className="mt-4 gap-x-10 xl:grid xl:grid-cols-[11rem_minmax(0,1fr)]">
        <Contents current={topic} />
        <div className="mt-6 divide-y divide-line xl:mt-0">
          {FIGURE_TOPICS.map((each) => {
            const Figure = FIGURES[each]
            return (
              <Section key={each} topic={each}>
                <ExplanationPlace
                  value={{ anchor: <Anchor topic={each} />, more: topicTexts[each] }}
                >
                  <Figure id={sectionId(each)} />
                </ExplanationPlace>
              </Section>
            )
          })}
          <Section topic="keeper">
            <KeeperSection anchor={<Anchor topic="keeper" />} />
          </Section>
          <Section topic="claims">
            <ClaimsTable anchor={<Anchor topic="claims" />} />
          </Section>
        </div>
      </div>
    </>
  )
}

/** All sections: beside the text where there is room, and above it where there is not. */
function Contents({ current }: { current: LearnTopic | undefined }) {
  return (
    <nav aria-label={content.contents} className="xl:sticky xl:top-18 xl:self-start xl:pt-7">
      <ol className="flex flex-wrap gap-x-2 gap-y-1.5 xl:block">
        {TOPICS.map((each) => (
          <li key={each}>
            <Link
              to={topicLink(each)}
              aria-current={each === current ? 'location' : undefined}
              className="inline-block rounded border border-line bg-surface px-2.5 py-1 hover:border-muted aria-[current]:border-accent max-sm:py-2 xl:block xl:rounded-none xl:border-y-0 xl:border-r-0 xl:border-l-2 xl:bg-transparent xl:py-1.5 xl:text-muted xl:hover:text-ink xl:aria-[current]:text-ink"
            >
              {TOPIC_TITLES[each]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Section({ topic, children }: { topic: LearnTopic; children: ReactNode }) {
  return (
    <section aria-labelledby={`${sectionId(topic)}-title`} className="py-8">
      <SectionBoundary what={TOPIC_TITLES[topic]}>{children}</SectionBoundary>
    </section>
  )
}

/** The address of a section, beside its title. */
function Anchor({ topic }: { topic: LearnTopic }) {
  return (
    <Link
      to={topicLink(topic)}
      aria-label={content.anchor(TOPIC_TITLES[topic])}
      className="px-1.5 text-muted hover:text-ink"
    >
      #
    </Link>
  )
}
