import {
  type Abi,
  createWalletClient,
  custom,
  defineChain,
  encodeErrorResult,
  http,
  parseAbi,
  UserRejectedRequestError,
} from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { describe, expect, it } from 'vitest'
import { erc20Abi } from './abi'
import {
  describeFailure,
  describeRevert,
  isDefinitelyUnsent,
  isRejection,
  revertReason,
} from './describeFailure'
import { LaggingRpcError, MalformedResponseError, UnreadMarketError } from './errors'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const chain = defineChain({
  id: 1,
  name: 'Test',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: ['http://127.0.0.1:1'] } },
})
const request = {
  address: '0x00000000000000000000000000000000000000a3',
  abi: erc20Abi,
  functionName: 'approve',
  args: [ACCOUNT, 1n],
} as const

/** A wallet or an RPC that answers every request but the chain id with this error. */
function failingClient(error: unknown) {
  const provider = {
    request: async ({ method }: { method: string }) => {
      if (method === 'eth_chainId') return '0x1'
      throw error
    },
  }
  return createWalletClient({
    account: ACCOUNT,
    chain,
    transport: custom(provider, { retryCount: 0 }),
  })
}

/** The error as viem hands it on from sending through a wallet that fails with `error`. */
async function failedWrite(error: unknown): Promise<unknown> {
  return writeContract(failingClient(error), request).catch((thrown: unknown) => thrown)
}

/** The error as viem hands it on from a simulation on an RPC that fails with `error`. */
async function failedSimulation(error: unknown): Promise<unknown> {
  return simulateContract(failingClient(error), { ...request, account: ACCOUNT }).catch(
    (thrown: unknown) => thrown,
  )
}

function revertData(signature: string, args: readonly unknown[]) {
  return encodeErrorResult({ abi: parseAbi([signature]) as Abi, args } as never)
}

const paused = {
  code: 3,
  message: 'execution reverted: Pool is paused',
  data: revertData('error Error(string)', ['Pool is paused']),
}

describe('a wallet’s refusal', () => {
  it.each<[what: string, error: unknown]>([
    ['as EIP-1193 has it', { code: 4001, message: 'User rejected the request.' }],
    ['as WalletConnect has it', { code: 5000, message: 'User rejected.' }],
    [
      'as the cause of an internal error',
      Object.assign(new Error('Internal error'), { code: -32603, cause: { code: 4001 } }),
    ],
    [
      'as the cause of a cause',
      new Error('outer', { cause: new Error('inner', { cause: { code: 4001 } }) }),
    ],
  ])('is known %s, through all that viem wraps around it', async (_, error) => {
    const thrown = await failedWrite(error)
    expect(isRejection(thrown)).toBe(true)
    expect(describeFailure(thrown)).toEqual({
      code: 'REJECTED',
      message: 'You rejected the request in your wallet. Nothing was sent.',
    })
  })

  it('is known when it comes without viem', () => {
    expect(isRejection({ code: 4001 })).toBe(true)
    expect(isRejection(Object.assign(new Error('no'), { code: 4001 }))).toBe(true)
    expect(isRejection(new UserRejectedRequestError(new Error('no')))).toBe(true)
  })

  it.each<[what: string, error: unknown]>([
    ['another code', { code: 4100 }],
    ['a revert', paused],
    ['a text', 'User rejected'],
    ['nothing', undefined],
    ['null', null],
    ['a plain error', new Error('4001')],
  ])('is not seen in %s', async (_, error) => {
    expect(isRejection(error)).toBe(false)
    expect(isRejection(await failedWrite(error))).toBe(false)
  })
})

describe('a revert', () => {
  it.each<[what: string, error: unknown]>([
    ['with its data at the top', paused],
    ['inside an internal error', { ...paused, code: -32603, message: 'Internal JSON-RPC error.' }],
    [
      'inside the data of an internal error',
      { code: -32603, message: 'Internal JSON-RPC error.', data: paused },
    ],
  ])('is told in words: %s', async (_, error) => {
    for (const thrown of [await failedSimulation(error), await failedWrite(error)]) {
      expect(revertReason(thrown)).toBe('Pool is paused')
      const failure = describeFailure(thrown)
      expect(failure.code).toBe('REVERTED')
      expect(failure.message).toMatch(/^This pool is paused\. .+ Nothing was sent\.$/)
    }
  })

  it('with a reason that is not known is quoted', async () => {
    const data = revertData('error Error(string)', ['Something new'])
    const failure = describeFailure(await failedSimulation({ code: 3, message: 'reverted', data }))
    expect(failure.message).toBe('The contract reverted: “Something new”. Nothing was sent.')
  })

  it('by a panic names it', async () => {
    const data = revertData('error Panic(uint256)', [0x11n])
    const failure = describeFailure(await failedSimulation({ code: 3, message: 'reverted', data }))
    expect(failure.code).toBe('REVERTED')
    expect(failure.message).toMatch(/overflow/i)
  })

  it('is no revert when the RPC could not be reached', async () => {
    const client = createWalletClient({
      account: ACCOUNT,
      chain,
      transport: http('http://127.0.0.1:1', { retryCount: 0 }),
    })
    const thrown = await simulateContract(client, { ...request, account: ACCOUNT }).catch(
      (error: unknown) => error,
    )
    expect(revertReason(thrown)).toBeUndefined()
    expect(describeFailure(thrown)).toEqual({
      code: 'RPC',
      message: 'The RPC request failed: HTTP request failed. Nothing was sent.',
    })
  })
})

describe('describeRevert', () => {
  it.each([
    ['Pool is paused', /paused/],
    ['Amount must not be zero', /more than zero/],
    ['Insufficient pool tokens', /pool tokens in escrow/],
    ['Insufficient settlement tokens', /settlement tokens in escrow/],
    ['ERC20: transfer amount exceeds balance', /no longer holds/],
    ['ERC20: transfer amount exceeds allowance', /no longer covers .* Dismiss/],
    ['ERC20: insufficient allowance', /no longer covers .* Dismiss/],
    ['ERC20: burn amount exceeds balance', /pool tokens/],
    ['SafeERC20: low-level call failed', /settlement token transfer failed/],
    ['msg.sender not committer or AutoClaim', /account that committed/],
    ['Must pay for claim', /needs an ETH reward/],
    ['msg.value must be zero', /Don’t send ETH/],
  ])('has words of its own for %j', (reason, words) => {
    expect(describeRevert(reason)).toMatch(words)
    expect(describeRevert(reason)).not.toContain('“')
  })

  it('says so when there is no reason', () => {
    expect(describeRevert('')).toBe('The contract reverted without a reason.')
  })
})

describe('another failure', () => {
  it('for want of ETH says so', async () => {
    const error = { code: -32000, message: 'insufficient funds for gas * price + value' }
    for (const thrown of [await failedSimulation(error), await failedWrite(error)])
      expect(describeFailure(thrown).code).toBe('NO_GAS_MONEY')
  })

  it.each<[error: unknown, message: RegExp]>([
    [new Error('boom'), /boom/],
    ['boom', /boom/],
    [undefined, /undefined/],
    [null, /null/],
    [{ code: 1 }, /object/],
  ])('that no one foresaw is told as it is: %s', (error, message) => {
    const failure = describeFailure(error)
    expect(failure.code).toBe('UNKNOWN')
    expect(failure.message).toMatch(message)
  })

  // An internal error without revert data is what wallets answer when their own RPC times out.
  it('of the wallet itself is not taken for a revert', async () => {
    const thrown = await failedWrite({ code: -32603, message: 'Request timed out' })
    expect(describeFailure(thrown).code).not.toBe('REVERTED')
  })

  it.each<[error: object, code: string, message: RegExp]>([
    [
      { code: 4100, message: 'no' },
      'NOT_ALLOWED',
      /hasn’t authorized this account.*Nothing was sent\.$/,
    ],
    [{ code: 4200, message: 'no' }, 'NOT_ALLOWED', /doesn’t support this\. Nothing was sent\.$/],
    [{ code: 4900, message: 'no' }, 'WALLET', /^Your wallet lost its network connection/],
    [{ code: -32000, message: 'already known' }, 'WALLET', /^Your wallet .*“already known”\.$/],
  ])('of the wallet is not blamed on the network: %j', async (error, code, message) => {
    const failure = describeFailure(await failedWrite(error))
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(message)
    expect(failure.message).not.toMatch(/RPC request failed/)
    // Only what surely was not sent may be sent again.
    expect(isDefinitelyUnsent(failure)).toBe(code === 'NOT_ALLOWED')
  })

  it.each([
    [new LaggingRpcError(9n, 10n), 'The RPC returned outdated data.'],
    [new MalformedResponseError('no number'), 'The RPC returned an invalid response.'],
    [new UnreadMarketError('The market isn’t responding.'), 'The market isn’t responding.'],
  ])('of a read that we foresaw has its own sentence: %s', (error, sentence) => {
    const message = `${sentence} Nothing was sent. Try again.`
    expect(describeFailure(error)).toEqual({ code: 'RPC', message })
  })

  it('of the network is not blamed on the wallet', async () => {
    const failure = describeFailure(await failedSimulation({ code: -32000, message: 'busy' }))
    expect(failure.code).toBe('RPC')
  })
})
