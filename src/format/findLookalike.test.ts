import { expect, it } from 'vitest'
import { findLookalike } from './findLookalike'

const USDC = { address: '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8', name: 'USDC' }
const BAL = { address: '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8', name: 'BAL' }
const STRANGER = '0x00000000000000000000000000000000000000a1'

it('finds what a name is easily taken for', () => {
  expect(findLookalike({ address: STRANGER, name: 'UЅDС' }, [BAL, USDC])).toBe(USDC)
  expect(findLookalike({ address: STRANGER, name: 'USDC' }, [BAL, USDC])).toBe(USDC)
})

it('finds nothing for another name, nor for the thing itself', () => {
  expect(findLookalike({ address: STRANGER, name: 'DAI' }, [BAL, USDC])).toBeUndefined()
  expect(
    findLookalike({ ...USDC, address: USDC.address.toLowerCase() }, [BAL, USDC]),
  ).toBeUndefined()
})
