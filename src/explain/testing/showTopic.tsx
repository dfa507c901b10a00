import { act, Suspense } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach } from 'vitest'
import { CONTENTS, type TopicContent } from '../contents'
import { type ExplanationPage, ExplanationPlace } from '../ExplanationPlace'
import type { TopicName } from '../topics'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
  root = createRoot(container)
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

/**
 * Renders a topic's own part and waits until it has been loaded.
 *
 * @param page What the page about how pools work adds; without it the topic is shown as in a panel
 */
export async function show(topic: TopicName | TopicContent, page?: ExplanationPage): Promise<void> {
  const Content = typeof topic === 'string' ? CONTENTS[topic].Content : topic
  await act(async () =>
    root.render(
      <ExplanationPlace value={page}>
        <Suspense>
          <Content id="topic" />
        </Suspense>
      </ExplanationPlace>,
    ),
  )
  for (let tries = 0; container.querySelector('output') === null && tries < 100; tries++)
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)))
}

/** Moves the topic's slider. */
export async function pull(value: number): Promise<void> {
  const slider = container.querySelector<HTMLInputElement>('input[type="range"]')
  if (slider === null) throw new Error('no slider')
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    setter?.call(slider, value.toString())
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Takes one of the topic's choices. */
export async function choose(label: string): Promise<void> {
  const options = [...container.querySelectorAll('label')]
  const option = options.find((each) => each.textContent?.replace(/\s/g, ' ') === label)
  if (option === undefined) throw new Error(`no choice ${label}`)
  await act(async () => option.querySelector('input')?.click())
}

/** The sentence that says the result. */
export function outcome(): string {
  return container.querySelector('output')?.textContent ?? ''
}

/** What stands in all elements of a kind. */
export function texts(selector: string): string[] {
  return [...container.querySelectorAll(selector)].map((element) => element.textContent ?? '')
}
