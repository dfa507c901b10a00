import {
  EDGE_DAY_MOVE,
  EDGE_DAYS,
  EDGE_MIN_REWARDS,
  EDGE_MIN_SIDE,
} from '../../analytics/edgeTerms'
import { laterContent } from './laterContent'

/** How far the estimate of an edge lets the index move in a day. */
export const EDGE_MOVE = `${EDGE_DAY_MOVE * 100}%`

/** What the estimate of an edge assumes, in a sentence. */
export const EDGE_ASSUMPTION = laterContent.best.assumed(EDGE_DAYS, EDGE_MOVE)

/** Which markets the best skew is looked for in. */
export const EDGE_RULE = laterContent.best.rule(
  EDGE_MIN_REWARDS.toLocaleString('en'),
  `${EDGE_MIN_SIDE * 100}%`,
)
