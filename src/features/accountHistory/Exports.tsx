import { useEffect, useState } from 'react'
import type { HistoryRow } from '../../chain/accountHistory/historyRow'
import { Button } from '../../ui/Button'
import { saveFile } from '../../ui/saveFile'
import { accountHistoryContent } from './content'
import { type ExportFormat, type ExportScope, toExportFile } from './toExportFile'

const content = accountHistoryContent.exports
const FORMATS: readonly ExportFormat[] = ['csv', 'json', 'koinly']

/** The filtered rows as a file. Times that are not known yet are found out first. */
export function Exports({
  rows,
  scope,
  isReady,
  isLoaded,
  wantTimes,
}: {
  rows: readonly HistoryRow[]
  scope: ExportScope
  /** Which rows match is known. */
  isReady: boolean
  /** Something of the history has been read. */
  isLoaded: boolean
  wantTimes: (rows: readonly HistoryRow[]) => void
}) {
  const [wanted, setWanted] = useState<ExportFormat>()
  const [missing, setMissing] = useState(0)
  const untimed = rows.filter(({ timestampSec }) => timestampSec === undefined)
  const left = untimed.length
  useEffect(() => {
    if (wanted === undefined || !isReady) return
    if (left > 0) {
      wantTimes(rows)
      return
    }
    const file = toExportFile(wanted, rows, scope)
    setWanted(undefined)
    setMissing(file.missing)
    saveFile(file.name, file.type, file.text)
  }, [wanted, isReady, left, rows, scope, wantTimes])
  return (
    <div className="space-y-1">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{content.label}</legend>
        {FORMATS.map((format) => (
          <Button
            key={format}
            disabled={rows.length === 0 || !isReady || wanted !== undefined}
            onClick={() => setWanted(format)}
          >
            {content[format]}
          </Button>
        ))}
        {wanted !== undefined && (
          <Button look="quiet" onClick={() => setWanted(undefined)}>
            {content.cancel}
          </Button>
        )}
      </fieldset>
      <p className="text-xs text-muted" role="status">
        {wanted !== undefined && left > 0
          ? content.preparing(rows.length - left, rows.length)
          : isLoaded
            ? content.all(rows.length)
            : content.notLoaded}{' '}
        {isLoaded && !scope.isWhole && content.partial} {missing > 0 && content.missing(missing)}
      </p>
    </div>
  )
}
