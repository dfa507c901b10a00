import { ChartSkeleton } from './ChartSkeleton'
import { Skeleton } from './Skeleton'

/** Stands where a page will be while its code comes: a title, a line below it and a large box. */
export function PageSkeleton() {
  return (
    <div className="space-y-4">
      <p className="text-xl">
        <Skeleton width="12rem" />
      </p>
      <p>
        <Skeleton width="min(100%, 30rem)" />
      </p>
      <div className="h-96">
        <ChartSkeleton />
      </div>
    </div>
  )
}
