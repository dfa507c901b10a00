/** One request to a node, and how far it may try our patience. Can be sent to another thread. */
export interface Question {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON-RPC in UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>
  /** The longest silence: before an answer begins, and between two parts of it. */
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** What became of a question. Can be sent to another thread, which errors of classes of our own cannot. */
export type Outcome =
  | ({ readonly kind: 'answered' } & NodeAnswer)
  | { readonly kind: 'timedOut' }
  /** It says, or turned out, to be longer than allowed: so many bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'failed'; readonly reason: Error }

export interface NodeAnswer {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  readonly headers: [name: string, value: string][]
  /** Undefined when it is no object in JSON. */
  readonly said: { readonly result?: unknown; readonly error?: unknown } | undefined
  /** All of it; empty where `said` has all that matters. */
  readonly text: string
}

/** So many times the longest silence a whole answer may take. */
const MOST_TIMEOUTS = 6

/**
 * Asks a node once. Knows nothing of viem, so that a thread of its own which does this is small.
 *
 * @returns Never rejects; a failure is an outcome as well
 */
export async function exchange(question: Question): Promise<Outcome> {
  const { url, headers, body, timeoutMs, maxBytes } = question
  const patience = createPatience(timeoutMs)
  const { signal } = patience
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal })
    const text = await readText(response, maxBytes, patience.renew)
    if (typeof text === 'number') return { kind: 'tooLarge', size: text }
    return { kind: 'answered', ...asAnswer(response, text) }
  } catch (error) {
    return signal.aborted ? { kind: 'timedOut' } : { kind: 'failed', reason: error as Error }
  } finally {
    patience.end()
  }
}

/** A signal that is given after a silence: a slow connection may take long for what it brings bit by bit, but not for ever. */
function createPatience(timeoutMs: number) {
  const controller = new AbortController()
  const endMs = performance.now() + MOST_TIMEOUTS * timeoutMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => clearTimeout(timer)
  const renew = () => {
    end()
    timer = setTimeout(() => controller.abort(), Math.min(timeoutMs, endMs - performance.now()))
  }
  renew()
  return { signal: controller.signal, renew, end }
}

/** @returns The text, or its length in bytes as soon as it says, or turns out, to be longer than allowed */
async function readText(
  { body, headers }: Response,
  maxBytes: number,
  onPart: () => void,
): Promise<string | number> {
  if (body === null) return ''
  const said = Number(headers.get('content-length') ?? 0)
  if (said > maxBytes) {
    void body.cancel().catch(() => {})
    return said
  }
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    onPart()
    size += value.byteLength
    if (size > maxBytes) {
      void reader.cancel().catch(() => {})
      return size
    }
    text += decoder.decode(value, { stream: true })
  }
}

function asAnswer({ ok, status, statusText, headers }: Response, text: string): NodeAnswer {
  const said = parse(text)
  const isAllSaid = ok && said !== undefined
  return { ok, status, statusText, headers: [...headers], said, text: isAllSaid ? '' : text }
}

function parse(text: string): NodeAnswer['said'] {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null ? said : undefined
  } catch {
    return undefined
  }
}
