import { expect, it } from 'vitest'
import { begunPlanOf, type Exit, parseBegunPlans, withBegunPlan } from './begunPlans'

const EXIT: Exit = {
  chainId: 1,
  pool: '0x00000000000000000000000000000000000000B1',
  account: '0x00000000000000000000000000000000000000A1',
}

it('remembers a plan per account and pool until the exit is over', () => {
  const begun = withBegunPlan(new Map(), EXIT, 'catchUpFirst')
  expect(begunPlanOf(begun, EXIT)).toBe('catchUpFirst')
  expect(begunPlanOf(begun, { ...EXIT, account: EXIT.pool })).toBeUndefined()
  expect(begunPlanOf(withBegunPlan(begun, EXIT, undefined), EXIT)).toBeUndefined()
})

it('takes any stored text', () => {
  for (const text of ['', 'x', '[1]', '{"a":"fastest"}']) expect(parseBegunPlans(text).size).toBe(0)
  expect([...parseBegunPlans('{"a":"burnFirst"}')]).toEqual([['a', 'burnFirst']])
})
