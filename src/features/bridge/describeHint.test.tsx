import { renderToStaticMarkup } from 'react-dom/server'
import { parseEther } from 'viem'
import { describe, expect, it } from 'vitest'
import { dueHint, type HintFacts } from '../../analytics/bridgeHint'
import { describeHint } from './describeHint'
import type { TokenRow } from './tokenRows'
import type { DueHint } from './useDueHint'

const L1 = '0x00000000000000000000000000000000000000A1'
const L2 = '0x00000000000000000000000000000000000000A2'
const OTHER = '0x00000000000000000000000000000000000000A3'
const USDC = { symbol: 'USDC', decimals: 6 }
const ROW: TokenRow = {
  token: { ...USDC, address: L2 },
  balance: 0n,
  bridged: { ...USDC, l1: L1, l2: L2 },
  lookAlike: { address: OTHER, takenInstead: L2, takenName: 'USDC.e' },
}
/** A wallet that has nothing anywhere, all of it known. */
const NOTHING: HintFacts = {
  isWrongNetwork: false,
  isInvested: false,
  holdsMoney: false,
  isBridged: true,
  decimals: 6,
  ethWei: 0n,
  settlement: 0n,
  otherUsdc: 0n,
  ethereumEthWei: 0n,
  ethereumSettlement: 0n,
}

/** What is said to a wallet with this, as a person reads it, and where its link leads. */
function textFor(has: Partial<HintFacts>, more: DueHint['more'] = []) {
  const facts = { ...NOTHING, ...has }
  const kind = dueHint(facts)
  if (kind === undefined) return undefined
  const { text, action } = describeHint({ kind, account: OTHER, facts, row: ROW, more }, 'Devnet')
  const words = renderToStaticMarkup(text).replaceAll(/<[^>]+>/g, '')
  const link = action.kind === 'link' ? new URL(action.href) : undefined
  return {
    words,
    label: action.label,
    link: link && Object.fromEntries(link.searchParams),
    also: action.kind === 'link' ? action.also?.map(({ label }) => label) : undefined,
  }
}

describe('what is said to a wallet', () => {
  it('that lacks ETH for fees and has some on Ethereum: so much, and a link that brings a little', () => {
    const hint = textFor({ settlement: 5_000_000n, ethereumEthWei: parseEther('2.5') })
    expect(hint?.words).toContain('This wallet has no ETH on Devnet')
    expect(hint?.words).toContain('You have 2.50 ETH on Ethereum')
    expect(hint).toMatchObject({ label: 'Bridge ETH', link: { amount: '0.005' } })
  })

  it('that has money and ETH on Ethereum: both can come at the same time', () => {
    const hint = textFor({ ethereumEthWei: parseEther('1.5'), ethereumSettlement: 5_000_000_000n })
    expect(hint?.words).toBe(
      'You have 5,000.00 USDC and 1.50 ETH on Ethereum but none on Devnet, where you need ETH for network fees. Bridge both now, in two transfers, so you wait 10–15 minutes only once. On the bridge choose USDC.e, not native USDC.',
    )
    expect(hint).toMatchObject({
      label: 'Bridge USDC',
      link: { token: L1, amount: '5000' },
      also: ['Bridge ETH'],
    })
  })

  it('that has several tokens on Ethereum that the markets take: all are named and can be bridged', () => {
    const BAL = { symbol: 'BAL', decimals: 18, address: OTHER } as const
    const row = { token: BAL, balance: 0n, bridged: { ...BAL, l1: L1, l2: OTHER } } as const
    const more = [{ row: { ...row, lookAlike: undefined }, amount: parseEther('1000') }]
    const there = { ethereumSettlement: 5_000_000_000n, ethereumEthWei: parseEther('1.5') }
    const all = textFor(there, more)
    expect(all?.words).toContain('You have 5,000.00 USDC, 1,000.00 BAL and 1.50 ETH on Ethereum')
    expect(all?.words).toContain('Bridge what you need now, one transfer each')
    expect([all?.label, all?.also]).toEqual(['Bridge USDC', ['Bridge BAL', 'Bridge ETH']])
    const withGas = textFor({ ...there, ethWei: parseEther('1') }, more)
    expect(withGas?.words).toContain(
      'You have 5,000.00 USDC and 1,000.00 BAL on Ethereum and none on Devnet. Bridging takes',
    )
    expect([withGas?.label, withGas?.also]).toEqual(['Bridge USDC', ['Bridge BAL']])
  })

  it('that has money on Ethereum, and dust here: dust is named and counts for none', () => {
    const dust = { ethWei: parseEther('1'), settlement: 4_300n, otherUsdc: 9n }
    const there = { ethereumEthWei: parseEther('1'), ethereumSettlement: 7_000_000n }
    expect(textFor({ ...dust, ...there })?.words).toBe(
      'You have 7.00 USDC on Ethereum and only 0.0043 on Devnet. Bridging takes 10–15 minutes and needs ETH on Ethereum for the fee. On the bridge choose USDC.e, not native USDC.',
    )
    expect(textFor(dust)?.words).toContain(
      'This wallet has almost no USDC on Devnet or Ethereum. Get some on Ethereum first',
    )
  })

  it('that has what a pool takes: nothing', () => {
    expect(textFor({ ethWei: parseEther('1'), settlement: 5_000_000n })).toBeUndefined()
  })
})
