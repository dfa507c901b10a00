import { Button } from '../../../ui/Button'
import { saveFile } from '../../../ui/saveFile'
import { labContent } from '../content'

/** Gives what a chart shows as a file. */
export function CsvButton({
  name,
  csv,
  isDisabled,
}: {
  name: string
  /** Made when it is asked for. */
  csv: () => string
  isDisabled: boolean
}) {
  return (
    <Button
      look="quiet"
      aria-label={labContent.csvOf(name)}
      disabled={isDisabled}
      onClick={() => saveFile(`${name}.csv`, 'text/csv', csv())}
    >
      {labContent.csv}
    </Button>
  )
}
