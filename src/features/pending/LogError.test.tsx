import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { AccountLog } from '../../chain/commits/accountLog'
import type { LiveAccountLog } from '../../data/useAccountLog'
import { LogError } from './LogError'

const LOG = { commits: [] } as unknown as AccountLog

function say(part: Partial<LiveAccountLog>) {
  const live = { log: LOG, isReading: false, trouble: null, isGivenUp: false, retry: () => {} }
  return renderToStaticMarkup(<LogError live={{ ...live, ...part }} />)
}

describe('why single commits are not shown', () => {
  it('is no warning while they are read, also where earlier ones are known', () => {
    expect(say({ log: undefined })).toContain('Loading your commits…')
    expect(say({ isReading: true })).toContain('Loading your commits…')
  })

  it('is the RPC once they have been read and some are missing', () => {
    expect(say({})).toContain('The RPC doesn’t return all commit events.')
    expect(say({ trouble: new Error(), isReading: true })).toContain('can’t be loaded right now')
  })
})
