/** From here on a gain is shown by its order, and no one is sent for it: next to nothing on a side makes it absurdly large. */
export const MOST_GAIN = 100
