import { describe, expect, it } from 'vitest'
import { parseCommandLine, UsageError } from './commandLine'

describe('the command line of the devnet', () => {
  it('takes a number below zero for a word, anywhere', () => {
    expect(parseCommandLine(['price', 'BAL', '-10%']).words).toEqual(['price', 'BAL', '-10%'])
    const { words, options } = parseCommandLine(['price', 'ETH', '-1', '--port', '9000'])
    expect([words, options.port]).toEqual([['price', 'ETH', '-1'], 9_000])
  })

  it('lets strangers make markets where that is asked for', () => {
    expect(parseCommandLine([]).options).not.toHaveProperty('hostile')
    const { options } = parseCommandLine(['--hostile'])
    expect(options).toMatchObject({ hostile: true, hostileContracts: true, impostor: true })
  })

  it('comes with Balancer and farms unless they are left out', () => {
    expect(parseCommandLine([]).options).toMatchObject({ balancer: true, staking: true })
    const { options } = parseCommandLine(['--no-balancer', '--no-staking'])
    expect(options).toMatchObject({ balancer: false, staking: false })
  })

  it.each([[['--prot', '1']], [['--port', 'x']], [['--port', '-1']]])('refuses %j', (args) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError)
  })
})
