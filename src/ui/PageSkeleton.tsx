import { ChartSkeleton } from './ChartSkeleton'
import { Skeleton } from './Skeleton'

/** Stands where a page will be while its code comes: a title, a line below it and a large box. Screen readers hear that it comes. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="space-y-4">
      <h1 className="text-xl">
        <span className="sr-only">Loading the page</span>
        <Skeleton width="12rem" />
      </h1>
      <p>
        <Skeleton width="min(100%, 30rem)" />
      </p>
      <div className="h-96">
        <ChartSkeleton />
      </div>
    </div>
  )
}
