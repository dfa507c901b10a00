/** What one tab has stored another may read a moment later, also after the lock went from one to the other. */
const STORAGE_LAG_MS = 250

/**
 * Acts while no other tab of this browser does, and lets the next one act only when it can read what this one has stored. Where
 * the browser has no locks, or denies them, storage alone has to do.
 *
 * @param act Has to read the storage in here, not before
 */
export async function inOneTab(act: () => void): Promise<void> {
  const { locks } = navigator as Partial<Navigator>
  let hasActed = false
  const actOnce = () => {
    hasActed = true
    act()
  }
  try {
    await locks?.request('alerts', async () => {
      actOnce()
      await new Promise((resolve) => setTimeout(resolve, STORAGE_LAG_MS))
    })
  } catch (error) {
    if (hasActed) throw error
  }
  if (!hasActed) actOnce()
}
