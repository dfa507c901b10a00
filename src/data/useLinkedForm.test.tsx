// @vitest-environment jsdom
import { act, use } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { HashRouter, Link, Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLinkedForm } from './useLinkedForm'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Longer than the form waits before it writes the URL. */
const A_WHILE_MS = 1_000

let root: Root
/** Ends the wait of the page that `Elsewhere` stands for. */
let arrive: () => void
let arriving: Promise<void>

beforeEach(() => {
  vi.useFakeTimers()
  arriving = new Promise((resolve) => {
    arrive = resolve
  })
  window.location.hash = '#/form?text=linked'
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

const toForm = (params: URLSearchParams) => params.get('text') ?? ''
const withForm = (params: URLSearchParams, text: string) =>
  new URLSearchParams({ ...Object.fromEntries(params), text })

function Form() {
  const [text, change] = useLinkedForm(toForm, withForm)
  return (
    <>
      <output>{text}</output>
      <i>{useLocation().search}</i>
      <button type="button" onClick={() => change((before) => `${before}+`)}>
        Type
      </button>
      <Link to="/elsewhere">Elsewhere</Link>
      <Link to="/form?text=other">Another form</Link>
    </>
  )
}

/** A page that takes its time, as one whose code still comes. */
function Elsewhere() {
  use(arriving)
  return <p>Elsewhere</p>
}

function show() {
  return act(async () =>
    root.render(
      <HashRouter>
        <Routes>
          <Route path="form" element={<Form />} />
          <Route path="elsewhere" element={<Elsewhere />} />
        </Routes>
      </HashRouter>,
    ),
  )
}

/** What the router knows of the form. */
const routed = () => document.querySelector('i')?.textContent
const shown = () => document.querySelector('output')?.textContent
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function click(name: string) {
  const named = [...document.querySelectorAll<HTMLElement>('a, button')].find(
    ({ textContent }) => textContent === name,
  )
  await act(async () => named?.click())
}

it('follows what is typed at once, and tells the router after a pause', async () => {
  await show()
  await click('Type')
  expect(window.location.hash).toBe('#/form?text=linked%2B')
  expect(routed()).toBe('?text=linked')
  await pass(A_WHILE_MS)
  expect(window.location.hash).toBe('#/form?text=linked%2B')
  expect(routed()).toBe('?text=linked%2B')
})

it('is found by a reload right after the typing', async () => {
  await show()
  const { state } = window.history
  await click('Type')
  await click('Type')
  act(() => root.unmount())
  root = createRoot(document.body.appendChild(document.createElement('div')))
  await show()
  expect(shown()).toBe('linked++')
  expect(window.history.state).toEqual(state)
})

it('follows after the pause where the browser takes no more addresses for a while', async () => {
  await show()
  vi.spyOn(window.history, 'replaceState').mockImplementationOnce(() => {
    throw new DOMException(
      'Attempt to use history.replaceState() more than 100 times',
      'SecurityError',
    )
  })
  await click('Type')
  expect(window.location.hash).toBe('#/form?text=linked')
  await pass(A_WHILE_MS)
  expect(window.location.hash).toBe('#/form?text=linked%2B')
})

it('writes nothing over a link that has been followed before the typing', async () => {
  await show()
  await click('Elsewhere')
  // Its page is still being drawn, and the form is still there.
  await click('Type')
  await pass(A_WHILE_MS)
  expect(shown()).toBe('linked+')
  expect(window.location.hash).toBe('#/elsewhere')
})

it('writes what was typed while the last writing was on its way', async () => {
  await show()
  await click('Type')
  await pass(399)
  // Both in one go: the URL of the first is written and not drawn yet.
  await act(async () => {
    vi.advanceTimersByTime(1)
    document.querySelector('button')?.click()
  })
  await pass(A_WHILE_MS)
  expect(shown()).toBe('linked++')
  expect(window.location.hash).toBe('#/form?text=linked%2B%2B')
})

it('never writes over a link that was followed right after the typing', async () => {
  await show()
  await click('Type')
  await click('Elsewhere')
  expect(window.location.hash).toBe('#/elsewhere')
  await pass(A_WHILE_MS)
  expect(window.location.hash).toBe('#/elsewhere')
  await act(async () => arrive())
  expect(document.body.textContent).toBe('Elsewhere')
})

it('is filled by a link to the same page that was followed right after the typing', async () => {
  await show()
  await click('Type')
  await click('Another form')
  await pass(A_WHILE_MS)
  expect(shown()).toBe('other')
  expect(window.location.hash).toBe('#/form?text=other')
})
