import { formatAddress } from '../../format/formatAddress'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Skeleton } from '../../ui/Skeleton'

/** The pool page before its first snapshot, in the shape it will have; of the pool only the address is known. */
export function PoolSkeleton({
  address,
  isFailing = false,
}: {
  address: string
  isFailing?: boolean
}) {
  return (
    <div aria-busy="true" className="space-y-4">
      {isFailing && <DataUnavailable />}
      <div className="space-y-3">
        <h1 className="min-h-7 text-lg leading-7 font-semibold sm:text-xl">
          Pool {formatAddress(address)}
        </h1>
        {/* As high as the figures that will stand here. */}
        <div className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 xl:grid-cols-6">
          {FIGURES.map((figure) => (
            <div key={figure} className="min-h-15 bg-surface px-3 py-3 sm:min-h-17.5 sm:px-4">
              <Skeleton width="6rem" />
            </div>
          ))}
        </div>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-4 lg:order-2">
          <div className="flex min-h-18 items-center rounded-panel border border-line bg-surface px-4">
            <Skeleton width="12rem" />
          </div>
          <Box className="h-[28rem] lg:h-[48rem]" />
        </div>
        <Box className="h-[40rem]" />
      </div>
    </div>
  )
}

/** As many as the page's head has. */
const FIGURES = ['price', 'time', 'skew', 'rate', 'size', 'leverage'] as const

function Box({ className }: { className: string }) {
  return (
    <div
      className={`grid content-start gap-6 rounded-panel border border-line bg-surface p-4 ${className}`}
    >
      <Skeleton width="6rem" />
      <Skeleton width="100%" />
      <Skeleton width="60%" />
    </div>
  )
}
