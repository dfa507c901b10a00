import type { Address } from 'viem'
import { type PlannedAddresses, planAddresses } from '../../chain/newMarket/planAddresses'
import { useNetwork } from '../../data/NetworkContext'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { AddressLink } from '../../ui/AddressLink'
import { Fact, Facts } from '../../ui/Facts'
import { createContent } from './content'
import type { LivePlan } from './useMarketPlan'

const content = createContent.addresses

const CONTRACTS = [
  'spotWrapper',
  'smaWrapper',
  'pool',
  'committer',
  'longToken',
  'shortToken',
] as const satisfies readonly (keyof PlannedAddresses)[]

/** The addresses that the market's contracts will have, or have already. */
export function PlannedAddressList({
  plan,
  account,
  deployment,
}: {
  plan: LivePlan
  account: Address | undefined
  /** The market that is being created: it keeps its parameters, whatever the form says now. */
  deployment: CreateIntent | undefined
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  const addresses = account && addressesOf(plan, account, deployment)
  // The factory would deploy nothing for such a token.
  const isTokenless = deployment === undefined && plan.findings.token?.tone === 'problem'
  const isSma = deployment === undefined ? plan.market.isSma : deployment.sma !== undefined
  return (
    <>
      <Facts>
        {CONTRACTS.filter((contract) => contract !== 'smaWrapper' || isSma).map((contract) => {
          const address = addresses?.[contract]
          return (
            <Fact key={contract} name={content[contract]}>
              {address === undefined ? (
                <span className="text-muted">—</span>
              ) : (
                <AddressLink
                  address={address}
                  explorerUrl={explorerUrl}
                  label={content[contract]}
                />
              )}
            </Fact>
          )
        })}
      </Facts>
      <p className="mt-2 text-xs text-muted">
        {account === undefined
          ? content.noAccount
          : isTokenless
            ? content.unusableToken
            : content.note}
      </p>
    </>
  )
}

function addressesOf(
  { market, prerequisites, findings }: LivePlan,
  account: Address,
  deployment: CreateIntent | undefined,
): PlannedAddresses | undefined {
  if (prerequisites?.creator === undefined) return undefined
  const { nonce } = prerequisites.creator
  const { bases } = prerequisites
  if (deployment !== undefined) {
    const { terms, created, sma } = deployment
    const { deploySpot: spotWrapper, deploySma: smaWrapper } = created
    const isSma = sma !== undefined
    return planAddresses(bases, { account, nonce, isSma, terms, spotWrapper, smaWrapper })
  }
  const { token, leverage, updateIntervalSec, frontRunningIntervalSec, isSma } = market
  if (
    token === undefined ||
    findings.token?.tone === 'problem' ||
    leverage === undefined ||
    updateIntervalSec === undefined ||
    frontRunningIntervalSec === undefined
  )
    return undefined
  const terms = { settlementToken: token, leverage, updateIntervalSec, frontRunningIntervalSec }
  return planAddresses(bases, { account, nonce, isSma, terms })
}
