import { expect, it } from 'vitest'
import { describeUnknownPart } from './describeUnknownPart'

it.each<[Parameters<typeof describeUnknownPart>[0], RegExp]>([
  ['feed', /all the money of one side/],
  ['oracle', /not the published one.*all the money of one side/],
  ['settlementToken', /worth nothing/],
  ['settlementEthOracle', /reward as large as both sides’ balances/],
  ['feeController', /minting fee to nearly 100%.*flips that have executed/],
  ['oracleKeeper', /pick the prices.*stop rebalances for good/],
  ['oracleGovernance', /prices.*picked.*stop rebalances for good/],
  ['mintingFeeStep', /moves at every rebalance, up to nearly 100%.*flips that have executed/],
  ['factory', /Only the node says/],
  ['keeper', /not the factory’s.*both sides/],
  ['name', /another index or settlement token/],
])('a stranger’s %s is named with what it can take', (kind, takes) => {
  expect(describeUnknownPart(kind).takes).toMatch(takes)
  // Reads on after the label and the address.
  expect(describeUnknownPart(kind).can).toMatch(/^[a-z].*[^.]$/)
})
