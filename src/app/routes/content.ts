/** Above a pool whose link names an account to watch. */
export const watching = (account: string) =>
  `You’re watching ${account}. You can’t send transactions for it.`

/** What the sections of the pages are called where one of them could not be shown: subjects of a sentence. */
export const sections = {
  page: 'This page',
  position: 'Your position',
  transactions: 'The list of transactions',
  ticket: 'The ticket',
  pendingCommits: 'The list of pending commits',
  profit: 'Profit and loss',
  executedOrders: 'The list of executed orders',
  dueRebalance: 'The rebalance that is due',
  alerts: 'The alert settings',
  approvals: 'The list of approvals',
  veBal: 'veBAL',
}
