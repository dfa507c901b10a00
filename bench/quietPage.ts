import type { Browser, CDPSession } from '@playwright/test'

/** A page that is measured as a visitor has it: no test tool listens to its network, which would cost it time. */
export interface QuietPage {
  /** The value of an expression, awaited when it is a projection. */
  evaluate<value>(expression: string): Promise<value>
  send(method: string, parameters?: object): Promise<Readonly<Record<string, unknown>>>
  close(): Promise<void>
}

interface Reply {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** Opens a page in a browser context that Playwright does not know of, and so leaves alone. */
export async function openQuietPage(
  browser: Browser,
  url: string,
  size: { readonly width: number; readonly height: number },
): Promise<QuietPage> {
  const root = await browser.newBrowserCDPSession()
  const { browserContextId } = await root.send('Target.createBrowserContext')
  const blank = { url: 'about:blank', browserContextId, ...size }
  const { targetId } = await root.send('Target.createTarget', blank)
  const { sessionId } = await root.send('Target.attachToTarget', { targetId })
  const send = sender(root, sessionId)
  await send('Page.navigate', { url })
  return {
    send,
    async evaluate<value>(expression: string) {
      const answer = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if ('exceptionDetails' in answer) throw new Error(JSON.stringify(answer.exceptionDetails))
      return (answer.result as { value: value }).value
    },
    async close() {
      await root.send('Target.disposeBrowserContext', { browserContextId })
      await root.detach()
    },
  }
}

function sender(root: CDPSession, sessionId: string): QuietPage['send'] {
  let lastId = 0
  const waiting = new Map<number, (reply: Reply) => void>()
  root.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return
    const reply = JSON.parse(message) as Reply
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
  })
  return async (method, parameters = {}) => {
    lastId += 1
    const id = lastId
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params: parameters })
    await root.send('Target.sendMessageToTarget', { sessionId, message })
    const { result, error } = await reply
    waiting.delete(id)
    if (result === undefined) throw new Error(`${method}: ${error?.message}`)
    return result
  }
}
