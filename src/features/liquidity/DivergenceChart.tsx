import { useMemo } from 'react'
import { computeDivergenceAfterMoves } from '../../analytics/secondary/divergenceAfterMoves'
import { formatGain } from '../../format/formatRatio'
import LinesChart, { type ChartLine, type ChartRow } from '../../ui/charts/LinesChart'
import { liquidityContent } from './content'
import type { DivergenceTerms } from './divergenceTerms'

const { divergence: content } = liquidityContent

/** Moves of the index, from −40% to +40%. */
const MOVES = Array.from({ length: 81 }, (_, index) => (index - 40) / 100)
const LINES: readonly ChartLine[] = [
  { key: 'pool', label: content.lines.pool, color: 'var(--accent)' },
  { key: 'v1', label: content.lines.v1, color: 'var(--muted)', dash: 'dashed' },
]

/** Liquidity against the same tokens held, after one move of the index, percent. */
export function DivergenceChart({ terms }: { terms: DivergenceTerms }) {
  const rows = useMemo(
    () =>
      computeDivergenceAfterMoves(terms.market, terms.mixes, MOVES).map(
        ({ move, divergence: [pool, v1] }): ChartRow => ({
          x: Math.round(move * 100),
          y: { pool: toPercent(pool), v1: toPercent(v1) },
        }),
      ),
    [terms],
  )
  return (
    <LinesChart
      rows={rows}
      lines={LINES}
      unit="%"
      base={0}
      formatX={moveText}
      readout={(row) => <Readout row={row} />}
    />
  )
}

function Readout({ row }: { row: ChartRow }) {
  return (
    <>
      <p className="font-semibold">{content.move(moveText(row.x))}</p>
      {LINES.map(({ key, label, color }) => (
        <p key={key} className="flex justify-between gap-4">
          <span style={{ color }}>{label}</span>
          <span className="tabular">{formatGain((row.y[key] ?? 0) / 100)}</span>
        </p>
      ))}
    </>
  )
}

function toPercent(part: number | undefined): number | undefined {
  return part === undefined ? undefined : part * 100
}

function moveText(percent: number): string {
  return `${percent > 0 ? '+' : ''}${percent}%`.replace('-', '−')
}
