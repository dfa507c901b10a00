import { Card } from '../../ui/Card'

/** What a market needs to live once it is there, and what its maker gets and answers for. */
export function WhatItTakes({ isSma }: { isSma: boolean }) {
  return (
    <Card title="What it takes to live">
      <ul className="list-disc space-y-2 pl-4 text-muted">
        <li>
          Upkeeps. Nobody runs a keeper for you: a rebalance that is due waits until somebody
          performs it, by a keeper of yours or with the button on the market’s page. Whoever does is
          paid from the pool.
        </li>
        {isSma && (
          <li>
            Samples. The average takes one only when an upkeep asks for it, and has no price before
            the first. While it has fewer than it should, it is the mean of those it has.
          </li>
        )}
        <li>
          Both sides. While one is empty, the other has nobody to gain from, and still pays the
          empty one when the index moves against it. A straddle mints both at once.
        </li>
        <li>
          A sound token. One that charges for transfers or changes balances by itself breaks a pool,
          and no check can find that out.
        </li>
        <li>
          You: the account that makes it may change both fees later, and gets a part of the
          management fee.
        </li>
        <li>
          To others an unverified market, as they do not know you: it is listed last, on demand, and
          asks for a tick before each order. Whoever runs a copy of this page can vouch for it.
        </li>
      </ul>
    </Card>
  )
}
