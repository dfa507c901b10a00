import {
  type Address,
  type Client,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { readContract, simulateContract } from 'viem/actions'
import { erc20Abi } from '../../chain/abi'
import type { Failure } from '../../chain/describeFailure'
import { traceOf } from './eventTrace'
import type { Action, Approval, CallRequest } from './flowKind'

export function approveRequest({
  token,
  spender,
  amount,
}: Pick<Approval, 'token' | 'spender' | 'amount'>): CallRequest {
  return { address: token, abi: erc20Abi, functionName: 'approve', args: [spender, amount] }
}

/** Lets someone take tokens, or with an amount of 0 no longer: proved by the allowance that stands after its block. */
export function approveAction(approval: Approval, account: Address): Action {
  const { token, spender, needed, amount, name, check } = approval
  return {
    name,
    request: () => approveRequest(approval),
    ...(check === undefined ? {} : { check }),
    isThere: async (client) => holds(await allowance(client)),
    explainRefusal,
    traces: () => [traceOf(token, erc20Abi, 'Approval', { owner: account, spender })],
    async prove(client, receipt) {
      if (await isProved(client, receipt)) return { isDone: true }
      return { isDone: false, reason: 'The token’s allowance doesn’t match the request.' }
    },
  }

  function holds(allowed: bigint): boolean {
    return amount === 0n ? allowed === 0n : allowed >= needed
  }

  /** Some tokens, USDT among them, take a new approval only where there is none. */
  async function explainRefusal(client: Client): Promise<Failure | undefined> {
    if (amount === 0n || (await allowance(client)) === 0n) return undefined
    const takeBack = approveRequest({ token, spender, amount: 0n })
    const isTakenBack = await simulateContract(client, { ...takeBack, account }).then(
      () => true,
      () => false,
    )
    if (!isTakenBack) return undefined
    const how = approval.isListed
      ? 'Revoke it under Portfolio, Approvals, then try again.'
      : `Revoke your approval for ${spender}, then try again.`
    return {
      code: 'REVERTED',
      message: `This token needs the old approval revoked before a new one. Nothing was sent. ${how}`,
    }
  }

  function allowance(client: Client, blockNumber?: bigint): Promise<bigint> {
    return readContract(client, {
      address: token,
      abi: erc20Abi,
      functionName: 'allowance',
      args: [account, spender],
      ...(blockNumber === undefined ? {} : { blockNumber }),
    })
  }

  /**
   * Not every node keeps the states of earlier blocks. Then the token's own event has to do, or else what is allowed now, which an
   * order may have used up already.
   */
  async function isProved(client: Client, receipt: TransactionReceipt): Promise<boolean> {
    try {
      return holds(await allowance(client, receipt.blockNumber))
    } catch {
      const events = parseEventLogs({ abi: erc20Abi, eventName: 'Approval', logs: receipt.logs })
      const own = events.filter(
        ({ address, args }) =>
          isAddressEqual(address, token) &&
          isAddressEqual(args.owner, account) &&
          isAddressEqual(args.spender, spender),
      )
      const last = own.at(-1)
      return last === undefined ? holds(await allowance(client)) : holds(last.args.value)
    }
  }
}
