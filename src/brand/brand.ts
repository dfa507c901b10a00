import type { Address } from 'viem'

/** One mode's colours, each as `#` and six hex digits. Text on every surface must reach AA contrast. */
export interface BrandColors {
  /** The page behind everything. */
  readonly canvas: string
  /** Cards and tables. */
  readonly surface: string
  /** Fields, hovered rows, things on a surface. */
  readonly raised: string
  readonly line: string
  /** Borders of fields and of what can be chosen or pressed: 3 : 1 on every surface. */
  readonly edge: string
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

/** Part of a mark: a filled area on a square of 32 × 32 with its origin at the top left. */
export interface MarkShape {
  /** An SVG path of the commands M, L, H, V, C and Z alone, in capitals. */
  readonly path: string
  readonly color: MarkColor
}

export type MarkColor = 'ink' | 'muted' | 'accent' | 'long' | 'short'

export interface BrandLink {
  readonly label: string
  readonly href: string
}

/** An edition of the app: everything that differs between two hosts of the same code. */
export interface Brand {
  readonly name: string
  readonly words: {
    /** One sentence: the page's description, for search engines and link previews. */
    readonly tagline: string
    /** What this edition's visitors should know, below the first lines of the markets page. */
    readonly welcome: string | undefined
  }
  readonly colors: { readonly light: BrandColors; readonly dark: BrandColors }
  readonly fontFamily: string
  /** Radii, with their unit. */
  readonly corners: {
    /** Buttons, fields, badges. */
    readonly control: string
    /** Cards and tables. */
    readonly panel: string
    /** The wallet dialogs. */
    readonly dialog: string
  }
  /** How wide the page gets, with its unit. */
  readonly contentWidth: string
  /** Drawn in the mode that the visitor has chosen, beside the name. */
  readonly mark: readonly MarkShape[]
  /** The mark on a rounded square, in the colours of one mode: a tab does not follow the visitor's choice. */
  readonly favicon: { readonly mode: 'light' | 'dark' }
  /** The picture that a link to the app shows elsewhere: the mark on the canvas of one mode. */
  readonly socialPicture: {
    readonly mode: 'light' | 'dark'
    /** Read to those who do not see it. */
    readonly alt: string
  }
  /** At the foot of every page. */
  readonly links: readonly BrandLink[]
  /** What has to be said at the foot of every page, one paragraph each. */
  readonly legal: readonly string[]
  /** What can be left out of an edition. */
  readonly features: BrandFeatures
  /**
   * Addresses or names of pools; listed first on the markets page, in this order. Anyone can give a pool any name: it
   * counts where the pool settles in a token that the network knows, with the symbol after the name's plus, and of several
   * the oldest is meant.
   */
  readonly featuredMarkets: readonly string[]
  /** Where the edition's host takes in its fees, on the chain that the edition is for. */
  readonly treasury: Address | undefined
  /**
   * Symbol of the token that the edition's markets settle in unless another is chosen. Hints and totals put it first,
   * where the bridge knows a token of that symbol.
   */
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
