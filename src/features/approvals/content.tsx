/** Every sentence about approvals. */
export const approvalsContent = {
  title: 'Approvals',
  intro:
    'What each market can still spend from your wallet. An unfinished order’s approval stays until you revoke it.',
  ofToken: (token: string) => `${token} approvals`,
  unverified: 'Unverified',
  unlimited: 'Unlimited',
  revoke: 'Revoke',
  revokeFor: (market: string) => `Revoke approval for ${market}`,
  walletFirst: (walletLabel: string) => `${walletLabel} to revoke`,
}
