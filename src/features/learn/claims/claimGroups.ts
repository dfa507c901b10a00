import type { ClaimGroup } from './claim'
import { MARKET_CLAIMS } from './marketClaims'
import { MECHANISM_CLAIMS } from './mechanismClaims'
import { MINING_CLAIMS } from './miningClaims'
import { OPERATION_CLAIMS } from './operationClaims'

/** Every claim of the three articles, by subject. */
export const CLAIM_GROUPS: readonly ClaimGroup[] = [
  ...MECHANISM_CLAIMS,
  ...OPERATION_CLAIMS,
  ...MARKET_CLAIMS,
  ...MINING_CLAIMS,
]
