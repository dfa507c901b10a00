import type { AlertKind } from '../../analytics/alerts/dueAlerts'

/** Every sentence and label of alerts. */
export const alertsContent = {
  title: 'Alerts',
  intro:
    'Off by default. Alerts are computed in this browser and sent nowhere. They work while a tab with this app is open.',
  kinds: {
    executed: 'Your commit executed',
    claimReady: 'Something is ready to claim',
    keeperLate: 'A rebalance is overdue in a pool you hold',
    skew: 'The skew of a pool you hold passes a limit',
    withdrawalReady: 'A withdrawal to Ethereum can be claimed',
  } satisfies Record<AlertKind, string>,
  limit: 'Skew limit',
  limitHint: 'Larger side divided by the smaller one, for example 1.5.',
  badLimit: 'Enter a number above 1, for example 1.5.',
  withdrawalHint: 'Checked while the bridge page is open.',
  notifications: 'Also show browser notifications while the tab is in the background',
  denied:
    'Your browser blocks notifications from this site. Allow them in the site settings, then switch this on again.',
  unavailable: 'This browser has no notifications here. Alerts still show on the page.',
  refused: 'This browser shows no notifications from web pages. Alerts still show on the page.',
  on: (count: number) => (count === 0 ? 'Off' : `${count} on`),
  dismiss: 'Dismiss',
  view: 'View',
  texts: {
    executed: (pool: string) => `Order executed in ${pool}.`,
    claimReady: (pool: string) => `You can claim in ${pool}.`,
    keeperLate: (pool: string) =>
      `The rebalance of ${pool} is overdue. You can rebalance it yourself.`,
    skew: (pool: string) => `The skew of ${pool} has passed your limit.`,
    withdrawalReady: () => 'A withdrawal to Ethereum is ready to claim.',
  } satisfies Record<AlertKind, (pool: string) => string>,
} as const
