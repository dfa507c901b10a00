import { expect, it } from 'vitest'
import { upkeepGas } from './upkeepGas'

it.each<[what: string, estimate: bigint | undefined, gas: bigint]>([
  ['the measured gas where the node gives no estimate', undefined, 900_000n],
  ['the measured gas where the estimate is small', 400_000n, 900_000n],
  ['the measured gas where the estimate with its margin comes to the same', 600_000n, 900_000n],
  [
    'the estimate with a margin where Ethereum’s part makes it the larger one',
    2_000_000n,
    3_000_000n,
  ],
  ['never more than a transaction may use', 10n ** 12n, 32_000_000n],
])('sent along is %s', (_, estimate, gas) => {
  expect(upkeepGas(900_000n, estimate)).toBe(gas)
})
