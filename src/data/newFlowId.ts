const BYTES = 16

/**
 * A name for a flow that no other one has: 128 random bits. `crypto.randomUUID` is not there on plain http; where nothing of
 * `crypto` is, the name is told apart from this browser's others anyway.
 */
export function newFlowId(): string {
  const bytes = new Uint8Array(BYTES)
  try {
    crypto.getRandomValues(bytes)
  } catch {
    bytes.forEach((_, index) => {
      bytes[index] = Math.random() * 256
    })
  }
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
