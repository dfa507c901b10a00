import type { ReactNode } from 'react'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useLinkedForm } from '../../data/useLinkedForm'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { CreateButton } from './CreateButton'
import { createContent } from './content'
import { createIntent } from './createIntent'
import { FindingText } from './FindingText'
import { MarketFields } from './MarketFields'
import { MarketRequirements } from './MarketRequirements'
import { toMarketForm, withMarketForm } from './marketForm'
import type { Finding } from './marketPlan'
import { OtherAccountDeployment } from './OtherAccountDeployment'
import { PlannedAddressList } from './PlannedAddressList'
import { useMarketDeployments, useOpenWhenDeployed } from './useMarketDeployment'
import { useMarketPlan } from './useMarketPlan'

/**
 * Where anyone creates a market: its parameters, the checks of them, and the transactions.
 *
 * @param transactions The unfinished ones, and the last result
 */
export function CreatePage({ transactions }: { transactions: ReactNode }) {
  const [form, changeForm] = useLinkedForm(toMarketForm, withMarketForm)
  const plan = useMarketPlan(form)
  const { address: account } = useAccount()
  const deployments = useMarketDeployments()
  useOpenWhenDeployed(deployments)
  const { findings, prerequisites } = plan
  const intent = createIntent(plan)
  return (
    <>
      <title>{`${createContent.title} · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold">{createContent.title}</h1>
      <p className="mt-1 max-w-prose text-muted">{createContent.intro}</p>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <Card title={createContent.parameters}>
            <form noValidate onSubmit={(event) => event.preventDefault()}>
              <MarketFields
                plan={plan}
                onChange={(change) => changeForm((current) => ({ ...current, ...change }))}
              />
            </form>
          </Card>
        </div>
        <div className="min-w-0 space-y-5">
          {deployments.others.map((deployment) => (
            <OtherAccountDeployment key={deployment.id} deployment={deployment} />
          ))}
          {transactions}
          <Card title={createContent.review}>
            {plan.isFailing && <Notice tone="warn">{createContent.failing}</Notice>}
            <FindingText finding={findings.creator} />
            <FindingText finding={findings.fee} />
            <FindingText
              finding={findings.duplicate ?? (intent === undefined ? UNRESOLVED : undefined)}
            />
            <CreateButton
              intent={intent}
              needsApproval={isApprovalNeeded(prerequisites?.deploymentFee)}
              own={deployments.own}
            />
          </Card>
          <Card title={createContent.addresses.title}>
            <PlannedAddressList
              plan={plan}
              account={account}
              deployment={deployments.own?.intent}
            />
          </Card>
          <MarketRequirements isSma={plan.market.isSma} />
        </div>
      </div>
    </>
  )
}

const UNRESOLVED: Finding = {
  tone: 'missing',
  text: createContent.unresolved,
}

function isApprovalNeeded(
  fee: { readonly amount: bigint; readonly allowance: bigint } | undefined,
): boolean {
  return fee !== undefined && fee.allowance < fee.amount
}
