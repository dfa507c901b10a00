import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { useLabForm } from '../../features/lab/form/useLabForm'
import { useLabPool } from '../../features/lab/form/useLabPool'
import { LabPage } from '../../features/lab/LabPage'
import { useRealPrices } from '../../features/lab/prices/useRealPrices'
import { ReplayView } from '../../features/lab/replay/ReplayView'
import { NotFoundPage } from '../NotFoundPage'

const SimulateView = lazy(async () => ({
  default: (await import('../../features/lab/simulate/SimulateView')).SimulateView,
}))
const DecayView = lazy(async () => ({
  default: (await import('../../features/lab/decay/DecayView')).DecayView,
}))
const StrategiesView = lazy(async () => ({
  default: (await import('../../features/lab/strategies/StrategiesView')).StrategiesView,
}))

/** The lab: its pages share the settings, the pool and the prices that were loaded. */
export function LabRoute() {
  const [form, onChange] = useLabForm()
  const poolState = useLabPool(form)
  const prices = useRealPrices(form, poolState)
  const props = { form, poolState, prices, onChange }
  return (
    <LabPage>
      <Suspense>
        <Routes>
          <Route index element={<ReplayView {...props} />} />
          <Route path="simulate" element={<SimulateView {...props} />} />
          <Route path="decay" element={<DecayView form={form} onChange={onChange} />} />
          <Route path="strategies" element={<StrategiesView {...props} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </LabPage>
  )
}
