import { expect, it } from 'vitest'
import type { UnknownPart } from '../../chain/unknownPart'
import { consentKey, needsConsent } from './useConsent'

const FEED: UnknownPart = { kind: 'feed', address: '0x00000000000000000000000000000000000000a1' }
const OTHER: UnknownPart = { kind: 'feed', address: '0x00000000000000000000000000000000000000a2' }

it('is needed for money that goes into what is not known, and never for leaving', () => {
  expect(needsConsent([FEED], 'mint', undefined)).toBe(true)
  expect(needsConsent([FEED], 'straddle', undefined)).toBe(true)
  expect(needsConsent([FEED], 'flip', OTHER.address)).toBe(true)
  expect(needsConsent([FEED], 'burn', undefined)).toBe(false)
  expect(needsConsent([], 'mint', undefined)).toBe(false)
})

it('is not asked of whoever is all that is not known', () => {
  expect(needsConsent([FEED], 'mint', FEED.address)).toBe(false)
  expect(needsConsent([FEED, OTHER], 'mint', FEED.address)).toBe(true)
})

it('is asked for again with another part, another address or another pool', () => {
  const key = consentKey('0xa', [FEED])
  expect(consentKey('0xa', [FEED])).toBe(key)
  expect(consentKey('0xa', [OTHER])).not.toBe(key)
  expect(consentKey('0xa', [FEED, OTHER])).not.toBe(key)
  expect(consentKey('0xb', [FEED])).not.toBe(key)
})
