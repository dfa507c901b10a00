import { type Address, encodeFunctionData } from 'viem'
import { readContract } from 'viem/actions'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { erc20Abi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import { approveAction } from './kinds/approve'
import { type CommitIntent, commit } from './kinds/commit'
import type { Intent } from './kinds/kinds'
import { revokeIntent } from './kinds/revoke'
import { runFlow } from './runFlow'
import { compileUsdtLike } from './testing/compileUsdtLike'
import { openTestPage } from './testing/openTestPage'
import { onQuietMarket } from './testing/quietMarket'
import { tryAction } from './tryAction'

const alice = accountAddress('Alice')
const AMOUNT = 5_000_000n
const TAKE_BACK_FIRST =
  'This token needs the old approval revoked before a new one. Nothing was sent. Revoke it under Portfolio, Approvals, then try again.'

vi.setConfig({ testTimeout: 30_000 })

let devnet: Devnet
let market: DeployedMarket
onQuietMarket((started, first) => {
  devnet = started
  market = first
})

function anOrder(): CommitIntent {
  const { pool, committer, settlementToken } = market
  return {
    kind: 'commit',
    title: 'Mint',
    ...{ pool, committer, settlementToken },
    legs: [{ commitType: CommitType.LongMint, amount: AMOUNT, fromAggregateBalance: false }],
    approval: 'exact',
    autoClaimWei: 0n,
    projection: undefined,
  }
}

const allowance = (spender: Address = market.pool) =>
  readContract(devnet.client, {
    address: market.settlementToken,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [alice, spender],
  })

function approve(amount: bigint, spender: Address = market.pool) {
  const args = [spender, amount] as const
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args })
  return sendAndWait(devnet.client, { from: alice, to: market.settlementToken, data })
}

/** What becomes of the first step of an intent, and how often the wallet was asked for it. */
async function firstStepOf(intent: Intent) {
  const page = await openTestPage(devnet, { account: alice })
  const { chainId } = devnet.deployment
  const about = { id: 'flow', chainId, account: alice, createdAtMs: 0 }
  page.store.add(createFlow({ ...about, intent }, true))
  await runFlow({ ...page, onChainChanged: () => undefined }, 'flow')
  return { status: page.store.find('flow')?.steps[0]?.status, sent: page.sent().length }
}

describe('a token that returns nothing, and takes a new approval only where there is none', () => {
  const code = compileUsdtLike()
  beforeEach(() => devnet.client.setCode({ address: market.settlementToken, bytecode: code }))

  it('is approved', async () => {
    const { status } = await firstStepOf(anOrder())
    expect(status).toMatchObject({ at: 'done' })
    expect(await allowance()).toBe(AMOUNT)
  })

  it('says that the old approval has to be taken back first, and takes the new one after that', async () => {
    await approve(AMOUNT - 1n)
    const stopped = await firstStepOf(anOrder())
    expect(stopped.status).toEqual({ at: 'stopped', code: 'REVERTED', message: TAKE_BACK_FIRST })
    expect(stopped.sent).toBe(0)

    const { pool: address, settlementToken } = market
    const token = { address: settlementToken, symbol: 'USDC', decimals: 6 }
    const revoked = await firstStepOf(revokeIntent({ address, settlementToken: token }, 'it'))
    expect(revoked.status).toMatchObject({ at: 'done' })
    expect(await allowance()).toBe(0n)
    expect((await firstStepOf(anOrder())).status).toMatchObject({ at: 'done' })
    expect(await allowance()).toBe(AMOUNT)
  })

  it('says so of a batch, too', async () => {
    await approve(AMOUNT - 1n)
    const flow = { intent: anOrder(), account: alice }
    expect((await commit.batch?.check(devnet.client, flow, true))?.message).toBe(TAKE_BACK_FIRST)
  })

  it('names the one that may take it where the portfolio does not list that', async () => {
    const spender = devnet.deployment.contracts.poolFactory
    await approve(1n, spender)
    const fee = { token: market.settlementToken, spender, needed: 2n, amount: 2n, name: 'Approve' }
    const refusal = await tryAction(devnet.client, approveAction(fee, alice), alice)
    expect(refusal?.message).toContain(`Revoke your approval for ${spender}`)
  })
})

it('says nothing of an old approval where the token refuses for another reason', async () => {
  await approve(AMOUNT - 1n)
  // PUSH1 0 PUSH1 0 REVERT for whatever is called, but for the allowance, whose answer is 4,999,999: no approval of it is taken back.
  const refuses = '0x60003560e01c63dd62ed3e1460145760006000fd5b624c4b3f60005260206000f3' as const
  await devnet.client.setCode({ address: market.settlementToken, bytecode: refuses })
  expect(await allowance()).toBe(AMOUNT - 1n)
  const { pool: spender, settlementToken: token } = market
  const approval = { token, spender, needed: AMOUNT, amount: AMOUNT, name: 'Approve' }
  await expect(tryAction(devnet.client, approveAction(approval, alice), alice)).rejects.toThrow()
})
