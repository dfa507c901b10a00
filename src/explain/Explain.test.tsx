// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Explain } from './Explain'
import { TOPICS, type TopicName } from './topics'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root

beforeEach(() => {
  const container = document.body.appendChild(document.createElement('div'))
  root = createRoot(container)
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

const NAMES = Object.keys(TOPICS) as TopicName[]

function trigger(): HTMLButtonElement {
  const button = document.querySelector<HTMLButtonElement>('button[aria-haspopup="dialog"]')
  if (button === null) throw new Error('no trigger')
  return button
}

function dialog(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="dialog"]')
}

async function open(topic: TopicName): Promise<HTMLElement> {
  await act(async () => {
    root.render(
      <MemoryRouter>
        <Explain topic={topic} />
        <button type="button" id="elsewhere">
          Elsewhere
        </button>
      </MemoryRouter>,
    )
  })
  trigger().focus()
  await act(async () => trigger().click())
  for (let tries = 0; dialog() === null && tries < 50; tries++)
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)))
  const panel = dialog()
  if (panel === null) throw new Error('did not open')
  return panel
}

describe.each(NAMES)('the explanation of %s', (name) => {
  it('has a title, exactly two sentences, named sliders and an outcome in words', async () => {
    const panel = await open(name)
    expect(panel.querySelector('h2')?.textContent).not.toBe('')
    const sentences = [...panel.querySelectorAll('[data-sentence]')].map((p) => p.textContent ?? '')
    expect(sentences).toHaveLength(2)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.!?]+\.$/)
    const sliders = [...panel.querySelectorAll<HTMLInputElement>('input[type="range"]')]
    expect(sliders.length).toBeGreaterThan(0)
    for (const slider of sliders) {
      expect(slider.labels?.[0]?.textContent).not.toBe('')
      expect(slider.getAttribute('aria-valuetext')).not.toBe('')
    }
    expect(panel.querySelector('output')?.textContent).toMatch(/\.$/)
  })

  it('leads to its section of the page about how pools work', async () => {
    const panel = await open(name)
    const link = panel.querySelector('a')
    expect(link?.textContent).toBe('Learn more')
    expect(link?.getAttribute('href')).toBe(`/learn?topic=${name}`)
  })
})

describe('Explain', () => {
  it('says what it is about before anything is loaded', async () => {
    await act(async () => root.render(<Explain topic="skew" />))
    expect(trigger().getAttribute('aria-label')).toBe('What is skew?')
    expect(trigger().getAttribute('aria-expanded')).toBe('false')
    expect(trigger().hasAttribute('aria-controls')).toBe(false)
  })

  it('opens a panel that its button controls, named by its title, and moves the focus in', async () => {
    const panel = await open('skew')
    expect(trigger().getAttribute('aria-expanded')).toBe('true')
    expect(trigger().getAttribute('aria-controls')).toBe(panel.id)
    const label = panel.getAttribute('aria-labelledby') ?? ''
    const description = panel.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(label)?.textContent).toBe('Skew')
    expect(document.getElementById(description)?.textContent).toContain('S = long ÷ short')
    expect(document.activeElement).toBe(panel)
  })

  it('closes by its own button and gives the focus back', async () => {
    const panel = await open('skew')
    await act(async () => panel.querySelector<HTMLButtonElement>('[aria-label="Close"]')?.click())
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(trigger())
  })

  it('closes by its trigger', async () => {
    await open('skew')
    await act(async () => trigger().click())
    expect(dialog()).toBeNull()
  })

  // A press elsewhere is the browser's own business: the browser tests have it.
  it('is a popover that the browser closes', async () => {
    const panel = await open('skew')
    expect(panel.getAttribute('popover')).toBe('auto')
    expect(trigger().popoverTargetElement).toBe(panel)
    const closed = Object.assign(new Event('toggle'), { newState: 'closed' })
    await act(async () => void panel.dispatchEvent(closed))
    expect(dialog()).toBeNull()
  })

  it('closes when the focus goes elsewhere, and leaves it there', async () => {
    await open('skew')
    await act(async () => document.getElementById('elsewhere')?.focus())
    expect(dialog()).toBeNull()
    expect(document.activeElement?.id).toBe('elsewhere')
  })
})
