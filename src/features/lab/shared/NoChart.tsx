import { ChartSkeleton } from '../../../ui/ChartSkeleton'

/**
 * In the place of a chart, as high as its place.
 *
 * @param text Why there is none; undefined while it is awaited
 */
export function NoChart({ text }: { text: string | undefined }) {
  if (text === undefined) return <ChartSkeleton />
  return (
    <p className="grid h-full place-items-center rounded bg-raised p-4 text-center text-muted">
      {text}
    </p>
  )
}
