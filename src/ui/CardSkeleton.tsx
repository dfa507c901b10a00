import { Card } from './Card'
import { Skeleton } from './Skeleton'

/** A card before its first data. */
export function CardSkeleton({ title }: { title: string }) {
  return (
    <Card title={title}>
      <div aria-busy="true" className="grid h-40 content-start gap-4">
        <Skeleton width="100%" />
        <Skeleton width="60%" />
      </div>
    </Card>
  )
}
