import { handleX, Picture } from './Picture'

/** Id of the interval that the picture begins with. */
export const FIRST_INTERVAL = 100
const INTERVALS = [0, 1, 2, 3]
const END_MIN = 240
const TOP = 34
const BOTTOM = 72

/** Update intervals side by side, a commit, the upkeep it executes at and that upkeep's front-running interval. */
export function QueuePicture({
  atMin,
  executesAtMin,
  frontRunningMin,
}: {
  atMin: number
  executesAtMin: number
  frontRunningMin: number
}) {
  const x = (minutes: number) => handleX(minutes, 0, END_MIN)
  const [from, to] = [x(atMin), x(executesAtMin)]
  // Longer than an interval they overlap; then only the one that counts is drawn.
  const upkeeps = INTERVALS.map((interval) => (interval + 1) * 60)
  const shaded = frontRunningMin <= 60 ? upkeeps : [executesAtMin]
  return (
    <Picture height={106}>
      {INTERVALS.map((interval) => (
        <g key={interval}>
          <rect
            x={x(interval * 60)}
            y={TOP}
            width={x(60) - x(0)}
            height={BOTTOM - TOP}
            className={
              (interval + 1) * 60 === executesAtMin
                ? 'fill-raised stroke-line'
                : 'fill-none stroke-line'
            }
          />
          <text
            x={x(interval * 60 + 30)}
            y={BOTTOM + 14}
            textAnchor="middle"
            className="fill-muted"
          >
            {FIRST_INTERVAL + interval}
          </text>
        </g>
      ))}
      {shaded.map((upkeep) => (
        <rect
          key={upkeep}
          x={x(upkeep - frontRunningMin)}
          y={TOP}
          width={x(frontRunningMin) - x(0)}
          height={BOTTOM - TOP}
          className="fill-warn"
          fillOpacity={upkeep === executesAtMin ? 0.45 : 0.2}
        />
      ))}
      {upkeeps.map((upkeep) => (
        <line
          key={upkeep}
          x1={x(upkeep)}
          x2={x(upkeep)}
          y1={TOP - 4}
          y2={BOTTOM + 4}
          strokeWidth={upkeep === executesAtMin ? 3 : 1}
          className={upkeep === executesAtMin ? 'stroke-accent' : 'stroke-muted'}
        />
      ))}
      <path
        d={`M${from} ${TOP - 3}C${from} 8 ${to} 8 ${to} ${TOP - 8}`}
        className="fill-none stroke-accent"
        strokeWidth="1.5"
      />
      <path d={`M${to - 4} ${TOP - 11}h8l-4 7z`} className="fill-accent" />
      <line x1={from} x2={from} y1={TOP - 3} y2="106" className="stroke-ink" strokeWidth="1.5" />
      <circle cx={from} cy={(TOP + BOTTOM) / 2} r="4.5" className="fill-ink" />
      <rect x={x(128)} y="95" width="10" height="9" className="fill-warn" fillOpacity="0.45" />
      <text x={x(128) + 15} y="103" className="fill-muted">
        too late for this rebalance
      </text>
    </Picture>
  )
}
