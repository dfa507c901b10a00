import type { ReactNode } from 'react'
import { ScrollArea } from '../../../ui/ScrollArea'
import { labContent } from '../content'

/** A table of numbers under named columns; the first cell of each row names it. On a phone it scrolls sideways within its box. */
export function NumbersTable({
  label,
  columns,
  rows,
}: {
  label: string
  columns: readonly string[]
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) {
  return (
    <ScrollArea label={labContent.tableOf(label)}>
      <table className="tabular w-full text-right">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line align-bottom">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-2 py-1.5 font-normal first:pl-0 first:text-left last:pr-0"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="px-2 whitespace-nowrap last:pr-0">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
