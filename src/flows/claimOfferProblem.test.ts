import { type Client, createClient, custom } from 'viem'
import { describe, expect, it } from 'vitest'
import { PAID_CLAIM_GAS } from '../analytics/claimOffers'
import { claimOfferProblem } from './claimOfferProblem'
import { createFlow } from './createFlow'
import type { FlowContext } from './flowContext'
import { openFlows } from './openFlows'
import { SAMPLE_COMMIT } from './testing/sampleCommit'
import { SAMPLE_INTENTS } from './testing/sampleKinds'

const GAS_PRICE = 10_000_000n
const COST = GAS_PRICE * PAID_CLAIM_GAS
const ACCOUNT = '0x00000000000000000000000000000000000000b1'

/** @param gasPrice Undefined for a node that does not say */
function contextWith(gasPrice: bigint | undefined, opened = openFlows(undefined)) {
  const request = async () => {
    if (gasPrice === undefined) throw new Error('no gas price')
    return `0x${gasPrice.toString(16)}`
  }
  const client: Client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  return { config: { getClient: () => client }, store: opened.store } as unknown as FlowContext
}

const about = (autoClaimWei: bigint) => ({
  ...({ id: 'id', chainId: 1, account: ACCOUNT, createdAtMs: 0 } as const),
  intent: { ...SAMPLE_COMMIT, autoClaimWei },
})
const order = (autoClaimWei: bigint) => createFlow(about(autoClaimWei), true)

describe('an order that no one has started on this page', () => {
  it('may offer up to 20 times what a claim costs, and stops above that', async () => {
    const context = contextWith(GAS_PRICE)
    expect(await claimOfferProblem(context, order(COST * 20n))).toBeUndefined()
    const problem = await claimOfferProblem(context, order(COST * 20n + 1n))
    expect(problem).toMatchObject({ code: 'CLAIM_OFFER' })
    expect(problem?.message).toMatch(
      /^This order would pay 0\.000032000000000001 ETH to the account that claims for you\. A claim costs about 0\.000001 ETH/,
    )
  })

  it('may offer a thousandth of an ETH where the gas price is not known, and no more', async () => {
    const context = contextWith(undefined)
    expect(await claimOfferProblem(context, order(10n ** 15n))).toBeUndefined()
    const problem = await claimOfferProblem(context, order(10n ** 15n + 1n))
    expect(problem?.message).not.toContain('costs about')
    expect(problem).toMatchObject({ code: 'CLAIM_OFFER' })
  })

  it('is looked at only where it offers something', async () => {
    expect(await claimOfferProblem(contextWith(0n), order(0n))).toBeUndefined()
    const claim = createFlow({ ...about(0n), intent: SAMPLE_INTENTS.claim }, false)
    expect(await claimOfferProblem(contextWith(0n), claim)).toBeUndefined()
  })
})

describe('an order that was started on this page', () => {
  const ETH = 10n ** 18n
  it('goes out with what its ticket has asked about, and with nothing else', async () => {
    const opened = openFlows(undefined)
    opened.begin(about(ETH), true)
    const context = contextWith(GAS_PRICE, opened)
    expect(await claimOfferProblem(context, order(ETH))).toBeUndefined()
    expect(await claimOfferProblem(context, order(2n * ETH))).toMatchObject({ code: 'CLAIM_OFFER' })
    expect(await claimOfferProblem(context, { ...order(ETH), id: 'other' })).toMatchObject({
      code: 'CLAIM_OFFER',
    })
  })

  it('stops after a reload, as one of storage that others have written into', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    openFlows(storage).begin(about(ETH), true)
    const reloaded = openFlows(storage)
    const flow = reloaded.store.find('id')
    if (flow === undefined) throw new Error('the flow is lost')
    expect(await claimOfferProblem(contextWith(GAS_PRICE, reloaded), flow)).toMatchObject({
      code: 'CLAIM_OFFER',
    })
  })
})
