import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolFacts'
import { Button } from '../../../ui/Button'
import { poolContent } from '../content'
import { downloadCsv } from './downloadCsv'

/** Gives the shown rebalances as a file. While some of them are still being read, button and file say so. */
export function CsvButton({
  facts,
  upkeeps,
  sinceSec,
  isNamedWhole,
  isWhole,
}: {
  facts: PoolFacts
  upkeeps: readonly UpkeepRecord[]
  sinceSec: number
  /** No rebalance is missing: what the button says, steady while a new one is being read. */
  isNamedWhole: boolean
  /** Nor are the prices of any: what the file's name says. */
  isWhole: boolean
}) {
  const newest = upkeeps[0]
  return (
    <Button
      look="quiet"
      className="min-w-16"
      disabled={newest === undefined || Number(newest.timestampSec) < sinceSec}
      onClick={() => downloadCsv(facts, upkeeps, sinceSec, isWhole)}
    >
      {isNamedWhole ? poolContent.history.csv : poolContent.history.partialCsv}
    </Button>
  )
}
