/** The RPC answered, but not with what was asked. `code` is stable, `message` for people. */
export class MalformedResponseError extends Error {
  override readonly name = 'MalformedResponseError'
  readonly code = 'MALFORMED_RESPONSE'

  constructor(details: string, options?: ErrorOptions) {
    super(`The RPC gave an answer that cannot be used: ${details}.`, options)
  }
}
