import type { ReactNode } from 'react'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { poolContent } from './content'

const content = poolContent.next

type BeforeAndAfter = readonly [before: bigint, after: bigint]

export interface ChangeRow {
  readonly name: string
  readonly long: BeforeAndAfter
  readonly short: BeforeAndAfter
  readonly format: (value: bigint) => ReactNode
}

/** What changes on both sides: after, and the change in percent. */
export function ChangeTable({ rows }: { rows: readonly ChangeRow[] }) {
  return (
    <table className="w-full">
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="py-1.5 text-left font-medium">
            {content.after}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium text-long">
            {content.long}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium text-short">
            {content.short}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="border-b border-line">
            <th scope="row" className="py-1.5 text-left font-normal wrap-anywhere text-muted">
              {row.name}
            </th>
            <ChangeCell change={row.long} format={row.format} />
            <ChangeCell change={row.short} format={row.format} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeCell({
  change: [before, after],
  format,
}: {
  change: BeforeAndAfter
  format: ChangeRow['format']
}) {
  const ratio = before === 0n ? undefined : ((after - before) * WAD) / before
  return (
    <td className="py-1.5 pl-2 text-right align-top">
      {format(after)}
      <span className="block text-xs text-muted">
        {ratio === undefined ? content.fromZero : formatPercent(ratio, 3, { signed: true })}
      </span>
    </td>
  )
}
