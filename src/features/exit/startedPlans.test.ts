import { expect, it } from 'vitest'
import { type Exit, parseStartedPlans, startedPlanOf, withStartedPlan } from './startedPlans'

const EXIT: Exit = {
  chainId: 1,
  pool: '0x00000000000000000000000000000000000000B1',
  account: '0x00000000000000000000000000000000000000A1',
}

it('remembers a plan per account and pool until the exit is over', () => {
  const started = withStartedPlan(new Map(), EXIT, 'catchUpFirst')
  expect(startedPlanOf(started, EXIT)).toBe('catchUpFirst')
  expect(startedPlanOf(started, { ...EXIT, account: EXIT.pool })).toBeUndefined()
  expect(startedPlanOf(withStartedPlan(started, EXIT, undefined), EXIT)).toBeUndefined()
})

it('takes any stored text', () => {
  for (const text of ['', 'x', '[1]', '{"a":"fastest"}'])
    expect(parseStartedPlans(text).size).toBe(0)
  expect([...parseStartedPlans('{"a":"burnFirst"}')]).toEqual([['a', 'burnFirst']])
})
