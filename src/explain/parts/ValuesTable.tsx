/** The values of a figure for several settings: the first column names the setting. */
export function ValuesTable({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    <table className="mt-1 w-full text-xs">
      <caption className="pb-1 text-left text-muted">{caption}</caption>
      <thead className="text-muted">
        <tr className="border-b border-line align-bottom">
          {head.map((name, column) => (
            <th
              key={name}
              scope="col"
              className={`py-1 font-medium ${column === 0 ? 'text-left' : 'pl-2 text-right'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {name}
            </th>
            {values.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: The columns never change places.
              <td key={column} className="py-1 pl-2 text-right">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
