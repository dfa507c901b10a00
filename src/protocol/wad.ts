/** Decimals of a wad, the fixed-point number in which the contracts hold prices, rates and shares. */
export const WAD_DECIMALS = 18

/** One as a wad. */
export const WAD = 10n ** 18n
