/** What the header says about executed orders. */
export const readyContent = {
  ready: (markets: number) =>
    markets === 1 ? ' market ready to claim' : ' markets ready to claim',
  executed: (market: string, isClaimable: boolean) =>
    `Order executed in ${market}.${isClaimable ? ' Ready to claim.' : ''}`,
  claim: 'View and claim',
  view: 'View',
  dismiss: 'Dismiss',
}
