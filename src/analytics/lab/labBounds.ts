/** Bounds of what a link or a form can make the lab compute. */

/** Upkeeps of a replay: a year of one every five minutes. */
export const MAX_REPLAY_UPKEEPS = 105_408
/** Paths of a simulation. */
export const MAX_PATHS = 10_000
/** Upkeeps of each simulated path: a year of hourly ones. */
export const MAX_SIMULATED_UPKEEPS = 8_784
/** Times at which the fan of a simulation is kept. */
export const MAX_FAN_TIMES = 200
