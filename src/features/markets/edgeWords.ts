import { EDGE_DAY_MOVE, EDGE_DAYS, EDGE_MIN_REWARDS } from '../../analytics/edgeTerms'

/** What the estimate of an edge supposes, in a sentence. */
export const EDGE_ASSUMPTION = `Held for ${EDGE_DAYS} days, with the index moving ${EDGE_DAY_MOVE * 100}% a day, up as often as down, nobody joining or leaving, and rebalances on time, whose keepers are paid at the current gas price.`

/** What markets the best skew is looked for in. */
export const EDGE_RULE = `Only verified markets, with at least ${EDGE_MIN_REWARDS.toLocaleString('en')} keeper rewards on each side.`
