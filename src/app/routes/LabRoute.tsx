import { Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { useLabForm } from '../../features/lab/form/useLabForm'
import { useLabPool } from '../../features/lab/form/useLabPool'
import { LabPage } from '../../features/lab/LabPage'
import { useRealPrices } from '../../features/lab/prices/useRealPrices'
import { ReplayView } from '../../features/lab/replay/ReplayView'
import { ChartSkeleton } from '../../ui/ChartSkeleton'
import { lazySection } from '../../ui/lazySection'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { NotFoundPage } from '../NotFoundPage'
import { sections } from './content'

const SimulateView = lazySection(async () => ({
  default: (await import('../../features/lab/simulate/SimulateView')).SimulateView,
}))
const DecayView = lazySection(async () => ({
  default: (await import('../../features/lab/decay/DecayView')).DecayView,
}))
const StrategiesView = lazySection(async () => ({
  default: (await import('../../features/lab/strategies/StrategiesView')).StrategiesView,
}))

/** The lab: its pages share the settings, the pool and the prices that were loaded. */
export function LabRoute() {
  const [form, onChange] = useLabForm()
  const poolState = useLabPool(form)
  const prices = useRealPrices(form, poolState)
  const props = { form, poolState, prices, onChange }
  // Another page of the lab is no part of what broke on this one.
  const { pathname } = useLocation()
  return (
    <LabPage>
      <SectionBoundary key={pathname} what={sections.page}>
        <Suspense
          fallback={
            <div className="h-96">
              <ChartSkeleton />
            </div>
          }
        >
          <Routes>
            <Route index element={<ReplayView {...props} />} />
            <Route path="simulate" element={<SimulateView {...props} />} />
            <Route path="decay" element={<DecayView {...props} />} />
            <Route path="strategies" element={<StrategiesView {...props} />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </SectionBoundary>
    </LabPage>
  )
}
