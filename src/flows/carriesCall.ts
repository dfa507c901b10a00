import { type Address, encodeDeployData, encodeFunctionData, type Hex, isAddressEqual } from 'viem'
import { creationOf } from './createRequest'
import type { Flow, Step } from './flow'
import { stepRequest } from './stepRequest'

/** The parts of a transaction that say who does what. */
interface Transaction {
  readonly from: Address
  readonly to: Address | null
  readonly input: Hex
}

/**
 * Whether a transaction makes the calls of a step: directly, or inside that of a smart wallet, which carries them
 * word for word. Of a batch only the commits are looked for, since an approval may have been left out.
 */
export function carriesCall(
  { from, to, input }: Transaction,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
): boolean {
  const creation = creationOf(intent, step, account)
  if (creation !== undefined)
    return to === null && isAddressEqual(from, account) && input === encodeDeployData(creation)
  const steps =
    step.kind === 'batch' && intent.kind === 'commit'
      ? intent.legs.map((_, leg) => ({ kind: 'commit', leg }) as const)
      : [step]
  const outer = `${to ?? ''}${input}`.toLowerCase()
  return steps.every((part) => {
    const request = stepRequest(intent, part, account)
    const data = encodeFunctionData(request)
    if (to !== null && isAddressEqual(to, request.address))
      return isAddressEqual(from, account) && input.startsWith(data)
    return [account, request.address, data].every((inner) => outer.includes(digits(inner)))
  })
}

function digits(hex: Hex): string {
  return hex.slice(2).toLowerCase()
}
