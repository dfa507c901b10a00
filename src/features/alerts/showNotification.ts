import { storedValue } from '../../data/storedValue'

/** Whether this browser has permission and still shows no notification of a page: Android's Chrome wants a service worker. */
export const notificationsRefused = storedValue(
  'alertsRefused.v1',
  (text) => text === 'yes',
  (isRefused) => (isRefused ? 'yes' : ''),
)

/**
 * Shows a notification of the browser; one of the same tag is shown once, also when two tabs ask.
 *
 * @returns Whether it was shown. Where the browser never shows any, that is remembered for the settings
 */
export function showNotification(text: string, tag: string): boolean {
  try {
    new Notification(text, { tag })
    return true
  } catch (error) {
    // "Illegal constructor": without permission nothing is thrown.
    if (error instanceof TypeError) notificationsRefused.set(true)
    return false
  }
}
