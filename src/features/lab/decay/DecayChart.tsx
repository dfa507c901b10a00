import type { DecayAxis, DecayPoint } from '../../../analytics/lab/decay/decayCurve'
import { CLAIMED_DECAY } from '../../../analytics/lab/decay/solveDecay'
import LinesChart, { type ChartRow } from '../../../ui/charts/LinesChart'
import { decayContent } from './content'
import { axisText } from './decayText'

const content = decayContent

const LINES = [
  { key: 'simulated', label: content.lines.simulated, color: 'var(--accent)' },
  { key: 'formula', label: content.lines.formula, color: 'var(--muted)', dash: 'dashed' },
  { key: 'dailyFund', label: content.lines.dailyFund, color: 'var(--warn)', dash: 'dashed' },
] as const

/** The decay over an axis. Its values are steps beside each other: times and fees would crowd at one end of a scale. */
export function DecayChart({ axis, points }: { axis: DecayAxis; points: readonly DecayPoint[] }) {
  const rows = points.map(
    ({ simulated, formula, dailyFund }, x): ChartRow => ({
      x,
      y: {
        simulated: simulated.perYear * 100,
        formula: formula * 100,
        dailyFund: dailyFund * 100,
      },
    }),
  )
  const textAt = (x: number) => axisText(axis, points[Math.round(x)]?.at ?? 0)
  const claimed = points.findIndex(({ at }) => axis === 'leverage' && at === CLAIMED_DECAY.leverage)
  return (
    <LinesChart
      rows={rows}
      lines={LINES}
      unit="%"
      base={0}
      formatX={textAt}
      {...(claimed !== -1 && {
        mark: { x: claimed, y: CLAIMED_DECAY.perYear * 100, label: content.claimedMark },
      })}
      readout={({ x, y }) => (
        <>
          <p className="font-semibold">
            {content.axes[axis]}: {textAt(x)}
          </p>
          {LINES.map(({ key, label, color }) => (
            <p key={key} className="flex justify-between gap-4">
              <span style={{ color }}>{label}</span>
              <span className="tabular">{y[key]?.toFixed(2)}%</span>
            </p>
          ))}
        </>
      )}
    />
  )
}
