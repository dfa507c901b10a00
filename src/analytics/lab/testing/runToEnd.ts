/** What a generator returns, all of its steps run without a pause. */
export function runToEnd<result>(steps: Generator<unknown, result>): result {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}
