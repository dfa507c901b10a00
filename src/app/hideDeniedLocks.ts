/**
 * A browser that forbids storage can have Web Locks and refuse each of them. Then they are hidden, so that what asks whether
 * there are any does without, as in a browser that never had them.
 */
export async function hideDeniedLocks(): Promise<void> {
  try {
    await navigator.locks.request('probe', () => undefined)
  } catch {
    delete (Navigator.prototype as { locks?: LockManager }).locks
  }
}
