// @vitest-environment jsdom
import { act, Suspense } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lazySection } from './lazySection'
import { SectionBoundary } from './SectionBoundary'

let root: Root
let page: HTMLElement
let isBroken: boolean

function Part() {
  if (isBroken) throw new Error('no figure')
  return 'figure'
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  page = document.createElement('div')
  root = createRoot(page)
})
afterEach(() => {
  act(() => root.unmount())
  vi.restoreAllMocks()
})

async function tryAgain() {
  await act(async () => page.querySelector('button')?.click())
}

it('a part that throws takes nothing else down, and is drawn when it is tried again', async () => {
  isBroken = true
  await act(async () =>
    root.render(
      <>
        <SectionBoundary what="The figure">
          <Part />
        </SectionBoundary>
        <p>the rest</p>
      </>,
    ),
  )
  expect(page.textContent).toContain('The figure couldn’t be shown.')
  expect(page.textContent).toContain('no figure')
  expect(page.textContent).toContain('the rest')
  isBroken = false
  await tryAgain()
  expect(page.textContent).toBe('figurethe rest')
})

it('code that could not be fetched is fetched again at the next try, and then kept', async () => {
  const load = vi
    .fn<() => Promise<{ default: () => string }>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue({ default: () => 'chart' })
  const Chart = lazySection(load)
  const draw = () =>
    root.render(
      <SectionBoundary what="The chart">
        <Suspense>
          <Chart />
        </Suspense>
      </SectionBoundary>,
    )
  await act(async () => draw())
  expect(page.textContent).toContain('The chart couldn’t be shown.')
  await tryAgain()
  expect(page.textContent).toBe('chart')
  await act(async () => draw())
  expect(load).toHaveBeenCalledTimes(2)
})
