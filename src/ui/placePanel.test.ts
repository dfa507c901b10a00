import { describe, expect, it } from 'vitest'
import { placePanel } from './placePanel'

const PANEL = { width: 354, height: 400 }
const WIDE = { width: 1_440, height: 900 }
const NARROW = { width: 360, height: 640 }

function buttonAt(left: number, top: number) {
  return { left, top, bottom: top + 24 }
}

describe('placePanel', () => {
  it('goes below its button', () => {
    expect(placePanel(buttonAt(200, 100), PANEL, WIDE)).toEqual({ left: 184, top: 130 })
  })

  it('goes above when there is no room below', () => {
    expect(placePanel(buttonAt(200, 700), PANEL, WIDE)).toEqual({ left: 184, top: 294 })
  })

  it('stays inside the window on every side', () => {
    expect(placePanel(buttonAt(1_420, 100), PANEL, WIDE).left).toBe(1_440 - 354 - 8)
    expect(placePanel(buttonAt(0, 100), PANEL, WIDE).left).toBe(8)
  })

  it('covers its button rather than leave a narrow window', () => {
    const panel = { width: 344, height: 500 }
    expect(placePanel(buttonAt(300, 320), panel, NARROW)).toEqual({ left: 8, top: 132 })
    expect(placePanel(buttonAt(300, 320), { ...panel, height: 640 }, NARROW).top).toBe(8)
  })

  it('goes beside the card that its button is in, right or left of it', () => {
    expect(placePanel(buttonAt(300, 200), PANEL, WIDE, { left: 60, right: 900 })).toEqual({
      left: 906,
      top: 184,
    })
    expect(placePanel(buttonAt(1_100, 800), PANEL, WIDE, { left: 1_000, right: 1_380 })).toEqual({
      left: 640,
      top: 492,
    })
  })

  it('goes below where the card leaves no room at its sides', () => {
    const card = { left: 60, right: 1_380 }
    expect(placePanel(buttonAt(200, 100), PANEL, WIDE, card)).toEqual({ left: 184, top: 130 })
  })
})
