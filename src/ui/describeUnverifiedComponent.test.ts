import { expect, it } from 'vitest'
import { describeUnverifiedComponent } from './describeUnverifiedComponent'

it.each<[Parameters<typeof describeUnverifiedComponent>[0], RegExp]>([
  ['feed', /almost all funds from one side/],
  ['oracle', /isn’t the published code.*almost all funds from one side/],
  ['settlementToken', /worthless/],
  ['settlementEthOracle', /keeper reward to the balances of both sides/],
  ['feeController', /minting fee to almost 100%.*executed flips/],
  ['oracleKeeper', /choose the prices.*stop rebalances permanently/],
  ['oracleGovernance', /influence the prices.*stop rebalances permanently/],
  ['mintingFeeStep', /changes automatically at every rebalance, up to almost 100%.*executed flips/],
  ['factory', /Only the RPC claims/],
  ['keeper', /isn’t the factory’s keeper.*both sides/],
  ['name', /an index or settlement token this market doesn’t use/],
])('an unverified %s is named with the harm it can do', (kind, takes) => {
  expect(describeUnverifiedComponent(kind).takes).toMatch(takes)
  // Reads on after the label and the address.
  expect(describeUnverifiedComponent(kind).can).toMatch(/^[a-z].*[^.]$/)
})
