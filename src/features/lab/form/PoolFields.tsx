import type { ReactNode } from 'react'
import { isVerified, type PoolAtBlock } from '../../../chain/poolAtBlock'
import { useSnapshot } from '../../../data/SnapshotProvider'
import { useNamesakes } from '../../../data/useNamesakes'
import { formatNameAt } from '../../../format/formatAddress'
import { formatPlain } from '../../../format/formatAmount'
import { labContent } from '../content'
import { LabChoice, LabField } from './LabField'
import { type LabForm, MADE_UP } from './labForm'
import type { ChangeLab } from './useLabForm'
import type { LabPoolState } from './useLabPool'

const content = labContent.pool
const GWEI_DECIMALS = 9

/** Which pool: one of the list as it is now, or one made up. */
export function PoolFields({
  form,
  state: { problems, listed, block, isLoading },
  onChange,
}: {
  form: LabForm
  state: LabPoolState
  onChange: ChangeLab
}) {
  return (
    <div className="space-y-2">
      <PoolChoice form={form} onChange={onChange}>
        {listed !== undefined && block !== undefined && (
          <p className="mt-1 text-xs text-muted">
            {content.stateAt(block.toString())} {gasText(listed)}
          </p>
        )}
        <p role="status" className="mt-1 text-xs text-short empty:hidden">
          {isLoading ? content.loading : problems.pool}
        </p>
      </PoolChoice>
      {form.pool === MADE_UP && (
        <MadeUpFields form={form} problems={problems} onChange={onChange} />
      )}
    </div>
  )
}

/** At which gas price keepers are paid in it. */
function gasText({ snapshot: { keeper } }: PoolAtBlock): string {
  return keeper === undefined
    ? content.noKeeperGas
    : content.keeperGas(formatPlain(keeper.gasPriceWei, GWEI_DECIMALS))
}

/** Which pool alone. */
export function PoolChoice({
  form,
  onChange,
  children,
}: {
  form: LabForm
  onChange: ChangeLab
  children: ReactNode
}) {
  const { snapshot } = useSnapshot()
  const namesakes = useNamesakes()
  const pools = (snapshot?.pools ?? []).filter(
    (pool) => isVerified(pool) || pool.facts.address.toLowerCase() === form.pool.toLowerCase(),
  )
  const options = [
    { value: MADE_UP, label: content.madeUp },
    ...pools.map(({ facts: { address, name } }) => ({
      value: address as string,
      label: formatNameAt(name, namesakes.has(address) ? address : undefined),
    })),
  ]
  const value =
    options.find((option) => option.value.toLowerCase() === form.pool.toLowerCase())?.value ??
    form.pool
  const shown = options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value.slice(0, 12) }]
  return (
    <LabChoice
      label={content.which}
      value={value}
      options={shown}
      onChange={(pool) => onChange({ pool })}
    >
      {children}
    </LabChoice>
  )
}

function MadeUpFields({
  form,
  problems,
  onChange,
}: {
  form: LabForm
  problems: LabPoolState['problems']
  onChange: ChangeLab
}) {
  const field = (key: FieldKey, unit?: string, hint?: string) => (
    <LabField
      label={content[key]}
      value={form[key]}
      problem={problems[key]}
      {...(unit !== undefined && { unit })}
      {...(hint !== undefined && { hint })}
      onChange={(text) => onChange({ [key]: text })}
    />
  )
  return (
    <div className="grid grid-cols-2 items-start gap-2">
      {field('leverage', 'x')}
      {field('sma')}
      {field('interval')}
      {field('price')}
      {field('long')}
      {field('short')}
      {field('fee', content.percent)}
      {field('mint', content.percent)}
      {field('burn', content.percent)}
      {field('gas', content.gwei, content.gasHint)}
      {form.gas.trim() !== '' && field('eth')}
    </div>
  )
}

type FieldKey =
  | 'leverage'
  | 'sma'
  | 'interval'
  | 'price'
  | 'long'
  | 'short'
  | 'fee'
  | 'mint'
  | 'burn'
  | 'gas'
  | 'eth'
