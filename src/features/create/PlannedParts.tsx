import type { Address } from 'viem'
import { type PlannedAddresses, planAddresses } from '../../chain/newMarket/planAddresses'
import { useNetwork } from '../../data/NetworkContext'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { AddressLink } from '../../ui/AddressLink'
import { Fact, Facts } from '../../ui/Facts'
import type { LivePlan } from './useMarketPlan'

const NAMES: readonly (readonly [part: keyof PlannedAddresses, name: string])[] = [
  ['spotWrapper', 'Oracle wrapper'],
  ['smaWrapper', 'Average'],
  ['pool', 'Pool'],
  ['committer', 'Committer'],
  ['longToken', 'Long token'],
  ['shortToken', 'Short token'],
]

/** Where the market's contracts will stand, and those that stand there already. */
export function PlannedParts({
  plan,
  account,
  making,
}: {
  plan: LivePlan
  account: Address | undefined
  /** What is being made; it stays as it was begun, whatever the form says meanwhile. */
  making: CreateIntent | undefined
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  const addresses = account && addressesOf(plan, account, making)
  // Where the factory would put a market that it does not take is nobody's business.
  const isTokenless = making === undefined && plan.findings.token?.tone === 'problem'
  const isSma = making === undefined ? plan.market.isSma : making.sma !== undefined
  return (
    <>
      <Facts>
        {NAMES.filter(([part]) => part !== 'smaWrapper' || isSma).map(([part, name]) => {
          const address = addresses?.[part]
          return (
            <Fact key={part} name={name}>
              {address === undefined ? (
                <span className="text-muted">—</span>
              ) : (
                <AddressLink
                  address={address}
                  explorerUrl={explorerUrl}
                  label={name.toLowerCase()}
                />
              )}
            </Fact>
          )
        })}
      </Facts>
      <p className="mt-2 text-xs text-muted">
        {account === undefined
          ? 'They follow from the account that makes the market: connect a wallet to see them.'
          : isTokenless
            ? 'There are none for a token that cannot be settled in.'
            : 'Worked out before anything is sent: wrappers from your account’s next nonces, the rest as the factory does it. If your account sends something else meanwhile, those that are not there yet change.'}
      </p>
    </>
  )
}

function addressesOf(
  { market, ground, findings }: LivePlan,
  account: Address,
  making: CreateIntent | undefined,
): PlannedAddresses | undefined {
  if (ground?.creator === undefined) return undefined
  const { nonce } = ground.creator
  const { bases } = ground
  if (making !== undefined) {
    const { terms, created, sma } = making
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
