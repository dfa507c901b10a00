/** From here on a gain is told by its order, and is nothing to go for: next to nothing on a side makes it absurdly large. */
export const MOST_GAIN = 100

export const PAYS_TITLE =
  'What the skew pays each side in a week, net of all fees and keepers’ rewards: an estimate, on the assumptions above the list'

const ESTIMATED = 'if the index stays; the keeper’s reward in it is an estimate'

export const EFFECT_TITLE = `Change of both tokens’ value at the next rebalance ${ESTIMATED}`

export const SKEW_AFTER_TITLE = `Skew after the next rebalance, with what is queued for it executed, ${ESTIMATED}`
