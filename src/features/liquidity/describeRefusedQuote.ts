import { inspectRpcError } from '../../chain/classifyRpcError'
import { describeRevert } from '../../chain/describeFailure'
import { VAULT_REVERTS } from '../../flows/kinds/vaultReverts'
import { liquidityContent } from './content'

/**
 * Why Balancer's contracts take no such amount, in a sentence.
 *
 * @returns Undefined where they were not reached, and trying again may help
 */
export function describeRefusedQuote(error: unknown): string | undefined {
  const { texts } = inspectRpcError(error)
  const reason = texts.flatMap((text) => text.match(/BAL#\d{3}/) ?? [])[0]
  if (reason !== undefined) return describeRevert(reason, VAULT_REVERTS)
  return texts.some((text) => /revert/i.test(text)) ? liquidityContent.form.rejected : undefined
}
