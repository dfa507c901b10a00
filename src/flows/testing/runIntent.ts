import type { Address } from 'viem'
import type { Devnet } from '../../../devnet/devnet'
import { createFlow } from '../createFlow'
import type { Flow } from '../flow'
import type { Intent } from '../kinds/kinds'
import { runFlow } from '../runFlow'
import { openTestPage } from './openTestPage'

/** Runs an intent from its click to its end, in a page of its own with a willing wallet. */
export async function runIntent(
  devnet: Devnet,
  intent: Intent,
  account: Address,
  needsApproval = false,
): Promise<Flow> {
  const page = await openTestPage(devnet, { account })
  const { chainId } = devnet.deployment
  const about = { id: 'flow', chainId, account, createdAtMs: 0, intent }
  page.store.add(createFlow(about, needsApproval))
  await runFlow({ ...page, onChainChanged: () => undefined }, 'flow')
  const flow = page.store.find('flow')
  if (flow === undefined) throw new Error('the flow is lost')
  return flow
}
