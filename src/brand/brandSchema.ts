import * as v from 'valibot'
import { type Address, isAddress } from 'viem'
import type { Brand } from './brand'

/** An edition cannot be used; the message names each field that is wrong. */
export class BrandError extends Error {
  override readonly name = 'BrandError'
  readonly code = 'BAD_BRAND'
}

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'))
const color = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-f]{6}$/, 'must be # followed by six lowercase hex digits'),
)
const length = v.pipe(
  v.string(),
  v.regex(/^(0|\d+(\.\d+)?(px|rem))$/, 'must be a length in px or rem, such as 8px'),
)
const mode = v.picklist(['light', 'dark'], 'must be light or dark')

const colors = v.strictObject({
  canvas: color,
  surface: color,
  raised: color,
  line: color,
  edge: color,
  ink: color,
  muted: color,
  accent: color,
  onAccent: color,
  long: color,
  short: color,
  warn: color,
})

const markShape = v.strictObject({
  path: v.pipe(
    v.string(),
    v.regex(
      /^M[\d\s.,-]+([MLHVC][\d\s.,-]+|Z\s*)*$/,
      'must be an SVG path of uppercase M, L, H, V, C and Z commands',
    ),
  ),
  color: v.picklist(['ink', 'muted', 'accent', 'long', 'short'], 'must name a colour of the mark'),
})

const link = v.strictObject({
  label: text,
  href: v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/, 'must start with https://')),
})

const schema: v.GenericSchema<unknown, Brand> = v.strictObject({
  name: text,
  words: v.strictObject({ tagline: text, welcome: v.undefinedable(text) }),
  colors: v.strictObject({ light: colors, dark: colors }),
  fontFamily: v.pipe(text, v.regex(/^[^;{}]+$/, 'must be a list of fonts as in CSS')),
  corners: v.strictObject({ control: length, panel: length, dialog: length }),
  contentWidth: length,
  mark: v.pipe(v.array(markShape), v.minLength(1, 'must have a shape')),
  favicon: v.strictObject({ mode }),
  socialPicture: v.strictObject({ mode, alt: text }),
  links: v.array(link),
  legal: v.array(text),
  features: v.strictObject({
    bestSkew: v.boolean(),
    firstMintGuide: v.boolean(),
    watchForm: v.boolean(),
  }),
  featuredMarkets: v.array(text),
  treasury: v.undefinedable(
    v.pipe(
      v.string(),
      // Strict: an address in mixed case carries a checksum.
      v.check((value) => isAddress(value), 'must be a checksummed address'),
      v.transform((value) => value as Address),
    ),
  ),
  defaultSettlementToken: v.undefinedable(text),
})

/**
 * Checks what an edition's file exports. Only builds and tests do: the app trusts what was built.
 *
 * @param file Named in the error
 * @throws BrandError naming every field that is missing, wrong or not known
 */
export function parseBrand(value: unknown, file: string): Brand {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const problems = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
  throw new BrandError(`${file} isn’t a valid edition:\n${problems.join('\n')}`)
}
