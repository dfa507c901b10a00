import { SwitchChainError, UserRejectedRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { describeSwitchFailure } from './describeSwitchFailure'
import { resolveNetwork } from './network'

const { chain } = resolveNetwork({ chainId: 42_161, rpcUrls: ['https://rpc.test/key'] })
const BY_HAND =
  'Switch to Arbitrum One in your wallet, or add it manually: network name Arbitrum One, chain ID 42161, RPC URL https://rpc.test/key, currency symbol ETH, block explorer https://arbiscan.io. This page updates automatically.'

/** As a wallet throws them. */
const answer = (code: number, message = '') => Object.assign(new Error(message), { code })

describe('what to do by hand', () => {
  it.each<[when: string, error: unknown, reason: string]>([
    [
      'the wallet does not know the network',
      answer(4902),
      'Your wallet doesn’t have Arbitrum One and didn’t add it.',
    ],
    [
      'it says so inside',
      { code: -32603, data: { originalError: { code: 4902 } } },
      'Your wallet doesn’t have Arbitrum One and didn’t add it.',
    ],
    [
      'adding it is refused by the wallet itself',
      new UserRejectedRequestError(answer(4902)),
      'Your wallet doesn’t have Arbitrum One and didn’t add it.',
    ],
    [
      'it cannot switch',
      new SwitchChainError(answer(4200, 'Unsupported')),
      'Your wallet doesn’t support switching networks from a site.',
    ],
    [
      'it cannot add',
      new UserRejectedRequestError(answer(-32601)),
      'Your wallet doesn’t support switching networks from a site.',
    ],
    [
      'its connector cannot',
      new Error('"X" does not support programmatic chain switching.'),
      'Your wallet doesn’t support switching networks from a site.',
    ],
    [
      'its message is empty',
      new SwitchChainError(new Error('')),
      'Your wallet didn’t switch networks.',
    ],
    ['it throws an empty object', {}, 'Your wallet didn’t switch networks.'],
    ['it throws nothing', undefined, 'Your wallet didn’t switch networks.'],
    ['it fails inside', answer(-32603, 'Internal error'), 'Your wallet didn’t switch networks.'],
    [
      'adding fails without a code',
      new UserRejectedRequestError(new Error('boom')),
      'Your wallet didn’t switch networks.',
    ],
  ])('is said where %s', (_, error, reason) => {
    expect(describeSwitchFailure(error, chain)).toBe(`${reason} ${BY_HAND}`)
  })

  it('leaves out an explorer that is not known', () => {
    const other = resolveNetwork({
      chainId: 1337,
      name: 'Devnet',
      rpcUrls: ['http://localhost:8545'],
      poolFactory: '0x3Feafee6b12C8d2E58c5B118e54C09F9273c6124',
    })
    expect(describeSwitchFailure(answer(4902), other.chain)).toMatch(
      /chain ID 1337, RPC URL http:\/\/localhost:8545, currency symbol ETH\. This page/,
    )
  })
})

describe('someone’s own no', () => {
  it.each<[how: string, error: unknown]>([
    ['by its code', new UserRejectedRequestError(answer(4001))],
    [
      'after the network was added',
      new UserRejectedRequestError(new Error('User rejected switch after adding network.')),
    ],
    ['in words', 'Request denied by user'],
  ])('is told as that, %s', (_, error) => {
    expect(describeSwitchFailure(error, chain)).toBe(
      'You rejected the network switch. Your wallet isn’t on Arbitrum One.',
    )
  })
})

it('an open request is pointed to', () => {
  expect(describeSwitchFailure(answer(-32002), chain)).toMatch(/^Your wallet has a pending request/)
})

it('ends with causes that go round in a circle', () => {
  const error: { cause?: unknown } = {}
  error.cause = error
  expect(describeSwitchFailure(error, chain)).toContain('Your wallet didn’t switch networks.')
})
