/** What an amount is for. */
export type StakeMode = 'stake' | 'withdraw'
