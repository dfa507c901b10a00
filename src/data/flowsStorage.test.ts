import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFlowStore, FLOWS_KEY } from '../flows/flowStore'
import { flowsStorage } from './flowsStorage'

afterEach(() => vi.unstubAllGlobals())

/** A browser's storage with room for so many characters. */
function storageOf(room: number, items = new Map<string, string>()) {
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      const others = [...items].filter(([other]) => other !== key)
      const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
      if (used + key.length + value.length > room)
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      items.set(key, value)
    },
  }
}

const isKept = () => createFlowStore(flowsStorage()).isKept()

describe('what is sent is kept over a reload', () => {
  it('where there is room, and leaves what is stored as it is', () => {
    const localStorage = storageOf(1_000_000, new Map([[FLOWS_KEY, '[]']]))
    vi.stubGlobal('window', { localStorage })
    expect(isKept()).toBe(true)
    expect(localStorage.items.get(FLOWS_KEY)).toBe('[]')
  })
})

describe('what is sent is not said to be kept', () => {
  it('where storage is full, though what is there could be written again', () => {
    const localStorage = storageOf(2_000, new Map([[FLOWS_KEY, '[]']]))
    vi.stubGlobal('window', { localStorage })
    expect(isKept()).toBe(false)
    expect(localStorage.items.get(FLOWS_KEY)).toBe('[]')
  })

  it.each<[why: string, window: object]>([
    ['is null', { localStorage: null }],
    ['is missing', {}],
    [
      'throws when it is touched',
      {
        get localStorage() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      },
    ],
    [
      'throws when it is used',
      {
        localStorage: {
          getItem() {
            throw new Error('no')
          },
          setItem() {
            throw new Error('no')
          },
        },
      },
    ],
  ])('where storage %s', (_, window) => {
    vi.stubGlobal('window', window)
    expect(isKept()).toBe(false)
  })
})
