import type { ReactNode } from 'react'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useLinkedForm } from '../../data/useLinkedForm'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { CreateButton } from './CreateButton'
import { createIntent } from './createIntent'
import { FindingText } from './FindingText'
import { MarketFields } from './MarketFields'
import { toMarketForm, withMarketForm } from './marketForm'
import type { Finding } from './marketPlan'
import { OthersMaking } from './OthersMaking'
import { PlannedParts } from './PlannedParts'
import { useMakings, useOpenWhenMade } from './useMaking'
import { useMarketPlan } from './useMarketPlan'
import { WhatItTakes } from './WhatItTakes'

/**
 * Where anybody makes a market: what it is made of, whether that will do, and the transactions.
 *
 * @param transactions Those that are on their way
 */
export function CreatePage({ transactions }: { transactions: ReactNode }) {
  const [form, changeForm] = useLinkedForm(toMarketForm, withMarketForm)
  const plan = useMarketPlan(form)
  const { address: account } = useAccount()
  const makings = useMakings()
  useOpenWhenMade(makings)
  const { findings, ground } = plan
  const intent = createIntent(plan)
  return (
    <>
      <title>{`A market of one’s own · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold">A market of one’s own</h1>
      <p className="mt-1 max-w-prose text-muted">
        Anybody can make a market of any token and any Chainlink feed, by the same factory as all
        others. It then stands in the list of markets by itself.
      </p>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <Card title="What it is made of">
            <form noValidate onSubmit={(event) => event.preventDefault()}>
              <MarketFields
                plan={plan}
                onChange={(part) => changeForm((current) => ({ ...current, ...part }))}
              />
            </form>
          </Card>
        </div>
        <div className="min-w-0 space-y-5">
          {makings.others.map((making) => (
            <OthersMaking key={making.id} making={making} />
          ))}
          {transactions}
          <Card title="Make it">
            {plan.isFailing && (
              <Notice tone="warn">
                The network does not answer, so the checks are not of now. They are tried again.
              </Notice>
            )}
            <FindingText finding={findings.creator} />
            <FindingText finding={findings.fee} />
            <FindingText
              finding={findings.twin ?? (intent === undefined ? UNSETTLED : undefined)}
            />
            <CreateButton
              intent={intent}
              needsApproval={isApprovalNeeded(ground?.deploymentFee)}
              own={makings.own}
            />
          </Card>
          <Card title="Its addresses">
            <PlannedParts plan={plan} account={account} making={makings.own?.intent} />
          </Card>
          <WhatItTakes isSma={plan.market.isSma} />
        </div>
      </div>
    </>
  )
}

const UNSETTLED: Finding = {
  tone: 'missing',
  text: 'What is marked ■ or ○ beside its field has to be settled first.',
}

function isApprovalNeeded(
  fee: { readonly amount: bigint; readonly allowance: bigint } | undefined,
): boolean {
  return fee !== undefined && fee.allowance < fee.amount
}
