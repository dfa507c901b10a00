import { useEffect, useState } from 'react'
import type { PriceCsv } from '../../../analytics/lab/prices/priceCsv'
import { readPriceFile } from '../../../analytics/lab/prices/readPriceFile'
import { runInChunks } from '../../../chain/history/runInChunks'

/** A price file of the person's, which stays in this page. */
export interface PriceFile {
  readonly choose: (file: File | undefined) => void
  readonly name: string | undefined
  readonly isReading: boolean
  /** Undefined until it is read. */
  readonly csv: PriceCsv | undefined
  readonly hasFailed: boolean
}

/** Reads the file that is chosen; another choice ends the reading of the one before. */
export function usePriceFile(): PriceFile {
  const [file, choose] = useState<File>()
  const [read, setRead] = useState<{ file: File; csv: PriceCsv | undefined }>()
  useEffect(() => {
    if (file === undefined) return
    const abort = new AbortController()
    const done = (csv: PriceCsv | undefined) => {
      if (!abort.signal.aborted) setRead({ file, csv })
    }
    const { signal } = abort
    readPriceFile(file, (steps) => runInChunks(steps, signal), signal).then(done, () =>
      done(undefined),
    )
    return () => abort.abort()
  }, [file])
  const isRead = file !== undefined && read?.file === file
  return {
    choose,
    name: file?.name,
    isReading: file !== undefined && !isRead,
    csv: isRead ? read.csv : undefined,
    hasFailed: isRead && read.csv === undefined,
  }
}
