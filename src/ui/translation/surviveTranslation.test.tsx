// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { surviveTranslation } from './surviveTranslation'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let container: HTMLElement
let render: (children: ReactNode) => Promise<void>

// Once for the page, as the app does it.
beforeAll(() => surviveTranslation([], new Map()))

beforeEach(() => {
  container = document.createElement('div')
  document.body.replaceChildren(container)
  const root = createRoot(container)
  render = (children) => act(async () => root.render(children))
})

/** Ways in which translators put two `<font>` elements around what they say. */
const WAYS = {
  'replaces the text': (text: Text, font: HTMLElement) => text.replaceWith(font),
  'puts its own before the text and takes that out': (text: Text, font: HTMLElement) => {
    text.before(font)
    text.remove()
  },
  'moves the text': (text: Text, font: HTMLElement) => {
    text.before(font)
    font.firstElementChild?.replaceChildren(text)
  },
}

async function translate(way: keyof typeof WAYS): Promise<void> {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    const font = document.createElement('font')
    font.append(document.createElement('font'))
    font.firstElementChild?.append(`«${text.nodeValue}»`)
    WAYS[way](text, font)
  }
  await act(async () => undefined)
}

it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
  'a text beside others changes in sight where a translator %s',
  async (way) => {
    const line = (count: number) => <p>You have {count} tokens</p>
    await render(line(1))
    await translate(way)
    await render(line(2))
    await act(async () => undefined)
    expect(container.textContent).toMatch(/^«?You have »?2«? tokens»?$/)
    expect(container.textContent).not.toContain('1')
    // And once more, without a translator in between.
    await render(line(3))
    await act(async () => undefined)
    expect(container.textContent).toMatch(/^«?You have »?3«? tokens»?$/)
  },
)

it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
  'a text goes and comes, and others before it, where a translator %s',
  async (way) => {
    const line = (isLate: boolean, isNew: boolean) => (
      <p>
        {isNew && <b>New: </b>}
        {isLate && 'late, '}
        rebalance {isLate ? <i>overdue</i> : 'due'}
      </p>
    )
    await render(line(true, false))
    await translate(way)
    await render(line(false, true))
    expect(container.textContent?.replace(/[«»]/g, '')).toBe('New: rebalance due')
    await render(line(true, false))
    expect(container.textContent?.replace(/[«»]/g, '')).toBe('late, rebalance overdue')
    await render(null)
    expect(container.textContent).toBe('')
  },
)

it('a text that changed before the code had come is put back', async () => {
  await render(<p>You have {1} tokens</p>)
  const text = container.querySelector('p')?.childNodes[1] as Text
  const records: MutationRecord[] = []
  const observer = new MutationObserver((news) => records.push(...news))
  observer.observe(document.body, { childList: true, subtree: true })
  const font = document.createElement('font')
  text.replaceWith(font)
  const missed = observer.takeRecords()
  const said = new Map([[text as Node, text.nodeValue]])
  text.nodeValue = '2'
  surviveTranslation(missed, said)
  expect(container.textContent).toBe('You have 2 tokens')
})
