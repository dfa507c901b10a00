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
        <div className="h-[11.5rem] rounded border border-line bg-surface p-3 sm:h-[8.9375rem] xl:h-18">
          <Skeleton width="14rem" />
        </div>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Box className="h-[28rem] lg:order-2" />
        <Box className="h-[40rem]" />
      </div>
    </div>
  )
}

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
