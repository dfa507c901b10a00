import { Link } from 'react-router'
import { Notice } from '../../ui/Notice'

export type PoolMissingReason = 'malformed' | 'notOfFactory' | 'unreadable' | 'hidden'

const SENTENCES: Readonly<Record<PoolMissingReason, string>> = {
  malformed: 'The address in the link is not an address: 0x and 40 hex digits are needed.',
  notOfFactory:
    'No factory that this page knows has made a pool at this address. Nothing was read from it: anybody can put a contract anywhere, and this one may not be what it says.',
  hidden:
    'The operator of this page does not show this market. Its contracts are on the chain as before.',
  unreadable: 'A factory made this pool, but it does not answer as a pool should right now.',
}

const TITLES: Readonly<Record<PoolMissingReason, string>> = {
  malformed: 'This is no pool',
  notOfFactory: 'This is no pool',
  unreadable: 'This pool cannot be read',
  hidden: 'This market is not shown here',
}

/** Shown for a link that leads to no pool. */
export function PoolMissing({ address, reason }: { address: string; reason: PoolMissingReason }) {
  return (
    <div className="mx-auto max-w-xl py-10">
      <title>No such pool</title>
      <h1 className="text-xl font-semibold">{TITLES[reason]}</h1>
      <p className="my-3 font-mono text-xs break-all text-muted">{address}</p>
      <Notice tone="warn">{SENTENCES[reason]}</Notice>
      <Link to="/" className="mt-5 inline-block text-accent underline underline-offset-4">
        All markets
      </Link>
    </div>
  )
}
