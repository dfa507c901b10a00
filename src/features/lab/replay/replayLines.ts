import type { ChartLine } from '../../../ui/charts/LinesChart'
import { labContent } from '../content'
import type { ReplayLine } from './replayRows'

const content = labContent.replay

const COLORS: Readonly<Record<string, string>> = {
  long: 'var(--long)',
  short: 'var(--short)',
  index: 'var(--muted)',
  daily: 'var(--accent)',
  perp: 'var(--warn)',
  power: 'color-mix(in srgb, var(--accent) 50%, var(--warn))',
}

/** What belongs to which side; the index belongs to both. */
const OF_SIDE: Readonly<Record<'long' | 'short', readonly ReplayLine[]>> = {
  long: ['long', 'index', 'dailyLong', 'perpLong', 'powerLong'],
  short: ['short', 'index', 'dailyShort', 'perpShort', 'powerShort'],
}

const BOTH: readonly ReplayLine[] = ['long', 'short', 'index']

export type ShownSide = 'both' | 'long' | 'short'

/**
 * The lines of a view: both tokens and the index, or one token with all that it is compared with.
 *
 * @param leverages As text: of the pool, and of the perpetual
 */
export function replayLines(
  shown: ShownSide,
  leverages: { readonly pool: string; readonly perp: string },
): readonly ChartLine[] {
  const keys = shown === 'both' ? BOTH : OF_SIDE[shown]
  return keys.map((key) => {
    const kind = key.replace(/(Long|Short)$/, '')
    return {
      key,
      label: lineLabel(kind, leverages),
      color: COLORS[kind] ?? 'var(--ink)',
      ...(key === 'short' && { dash: 'dashed' as const }),
      ...(kind !== 'long' && kind !== 'short' && kind !== 'index' && { dash: 'dotted' as const }),
    }
  })
}

function lineLabel(kind: string, leverages: { pool: string; perp: string }): string {
  switch (kind) {
    case 'daily':
      return content.lines.daily(leverages.pool)
    case 'perp':
      return content.lines.perp(leverages.perp)
    case 'power':
      return content.lines.power
    case 'long':
      return content.lines.long
    case 'short':
      return content.lines.short
    default:
      return content.lines.index
  }
}

/** What a line is, by its key. */
export function lineHint(key: string): string | undefined {
  const hints: Readonly<Record<string, string>> = content.lineHints
  return hints[key.replace(/(Long|Short)$/, '')]
}
