import { Link } from 'react-router'
import { Notice } from '../../ui/Notice'
import { poolContent } from './content'

const content = poolContent.missing

export type PoolMissingReason = keyof typeof content.titles

/** Shown for a link that leads to no pool. */
export function PoolMissing({ address, reason }: { address: string; reason: PoolMissingReason }) {
  return (
    <div className="mx-auto max-w-xl py-10">
      <title>{content.pageTitle}</title>
      <h1 className="text-xl font-semibold">{content.titles[reason]}</h1>
      <p className="my-3 font-mono text-xs break-all text-muted">{address}</p>
      <Notice tone="warn">{content.sentences[reason]}</Notice>
      <Link to="/" className="mt-5 inline-block text-accent underline underline-offset-4">
        {content.allMarkets}
      </Link>
    </div>
  )
}
