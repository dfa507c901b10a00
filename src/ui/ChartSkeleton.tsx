/** In the place of a chart that has not come yet; as high as its place. */
export function ChartSkeleton() {
  return <div className="h-full animate-pulse rounded bg-raised" />
}
