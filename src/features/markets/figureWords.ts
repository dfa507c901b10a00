import { EDGE_DAY_MOVE, EDGE_DAYS, EDGE_MIN_REWARDS } from '../../analytics/edgeTerms'

/** From here on a gain is told by its order, and is nothing to go for: next to nothing on a side makes it absurdly large. */
export const MOST_GAIN = 100

/** What the estimate of an edge supposes, in a sentence. */
export const EDGE_ASSUMPTION = `An estimate: held for ${EDGE_DAYS} days, the index moving ${EDGE_DAY_MOVE * 100}% a day and up as often as down, nobody joining or leaving, rebalances on time and their keepers paid at the gas price of now.`

/** What markets the best skew is looked for in. */
export const EDGE_RULE = `Only verified markets, with at least ${EDGE_MIN_REWARDS.toLocaleString('en')} keeper rewards on each side.`

export const PAYS_TITLE = `What the skew pays each side in a week, net of all fees and keepers’ rewards. ${EDGE_ASSUMPTION}`

const ESTIMATED = 'if the index stays; the keeper’s reward in it is an estimate'

export const EFFECT_TITLE = `Change of both tokens’ value at the next rebalance ${ESTIMATED}`

export const SKEW_AFTER_TITLE = `Skew after the next rebalance, with what is queued for it executed, ${ESTIMATED}`
