/** An EIP-1193 error: 4001 refused, 4100 not permitted, 4200 unsupported, 4902 unknown chain. */
export class WalletError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message)
    this.name = 'WalletError'
  }
}
