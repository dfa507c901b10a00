import { formatAddress } from '../../format/formatAddress'
import { NoAnswer } from '../../ui/NoAnswer'
import { Skeleton } from '../../ui/Skeleton'
import { WhatPoolsDo } from '../../ui/WhatPoolsDo'

/** The pool page before its first snapshot, in the shape it will have; of the pool only the address is known. */
export function PoolSkeleton({
  address,
  isFailing = false,
}: {
  address: string
  isFailing?: boolean
}) {
  return (
    <div aria-busy="true" className="space-y-5">
      {isFailing && <NoAnswer />}
      <div>
        <div className="min-h-14 sm:min-h-7">
          <h1 className="text-xl font-semibold">Pool {formatAddress(address)}</h1>
        </div>
        <WhatPoolsDo />
        <div className="mt-4 h-24">
          <Skeleton width="14rem" />
        </div>
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
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
