import type { Address } from 'viem'

/** One mode's colours, as CSS colour values. Text on every surface must reach AA contrast. */
export interface BrandColors {
  /** The page behind everything. */
  readonly canvas: string
  /** Cards and tables. */
  readonly surface: string
  /** Fields, hovered rows, things on a surface. */
  readonly raised: string
  readonly line: string
  readonly ink: string
  readonly muted: string
  readonly accent: string
  readonly onAccent: string
  /** Long side, gains. */
  readonly long: string
  /** Short side, losses, errors. */
  readonly short: string
  readonly warn: string
}

/** An edition of the app: everything that differs between two hosts of the same code. */
export interface Brand {
  readonly name: string
  /** One sentence under the name, and the page description. */
  readonly tagline: string
  readonly colors: { readonly light: BrandColors; readonly dark: BrandColors }
  readonly fontFamily: string
  readonly cornerRadius: string
  readonly contentWidth: string
  readonly links: readonly { readonly label: string; readonly href: string }[]
  /** What has to be said at the foot of every page. */
  readonly legal: string
  /** What can be left out of an edition. */
  readonly features: BrandFeatures
  /** Names or addresses of pools; listed first on the markets page, in this order. */
  readonly featuredMarkets: readonly string[]
  /** Where the edition's host takes in its fees, on the chain that the edition is for. */
  readonly treasury: Address | undefined
  /** Symbol of the token that a new market settles in unless another is chosen. */
  readonly defaultSettlementToken: string | undefined
}

export interface BrandFeatures {
  /** The side that the skew pays best, above the list of markets. */
  readonly bestSkew: boolean
  /** The guide through a first mint, in the ticket. */
  readonly firstMintGuide: boolean
  /** The field that shows any address's holdings, in the portfolio. */
  readonly watchForm: boolean
}
