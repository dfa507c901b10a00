/** The RPC answered from a block that is older than what is known. `code` is stable, `message` for people. */
export class LaggingRpcError extends Error {
  override readonly name = 'LaggingRpcError'
  readonly code = 'LAGGING_RPC'

  constructor(blockNumber: bigint, known: bigint) {
    super(`The RPC is at block ${blockNumber}, behind known block ${known}.`)
  }
}

/** A market that has to be read could not be. `code` is stable, `message` for people. */
export class UnreadMarketError extends Error {
  override readonly name = 'UnreadMarketError'
  readonly code = 'UNREAD_MARKET'
}

/** The RPC has no logs of a time when there were some, and doesn't say so. `code` is stable, `message` for people. */
export class SilentRpcError extends Error {
  override readonly name = 'SilentRpcError'
  readonly code = 'SILENT_RPC'

  constructor() {
    super('The RPC returned nothing for the time when these markets were created.')
  }
}

/** The RPC answered, but not with what was asked. `code` is stable, `message` for people. */
export class MalformedResponseError extends Error {
  override readonly name = 'MalformedResponseError'
  readonly code = 'MALFORMED_RESPONSE'

  constructor(details: string, options?: ErrorOptions) {
    super(`Invalid RPC response: ${details}.`, options)
  }
}
