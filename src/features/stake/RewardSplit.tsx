import { useId, useState } from 'react'
import { describeNumberError } from '../../format/describeNumberError'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { parseSplit, type SplitField, type SplitForm, type SplitProblem } from './parseSplit'
import { PRINTED, TCR_DECIMALS } from './programme'
import { programmeContent } from './programmeContent'

const { calculator: content } = programmeContent
const REWARD = { symbol: content.unit, decimals: TCR_DECIMALS }

const UNITS: Readonly<Partial<Record<SplitField, string>>> = {
  total: content.unit,
  share: content.percent,
}

const DECIMALS: Readonly<Record<SplitField, number>> = {
  total: TCR_DECIMALS,
  share: 2,
  tokenFarms: 0,
  lpFarms: 0,
}

const FIELDS = Object.keys(DECIMALS) as SplitField[]

/** What each farm gets of a weekly total. Starts with the announced share and the farms that pay now. */
export function RewardSplit({ tokenFarms, lpFarms }: { tokenFarms: number; lpFarms: number }) {
  const [form, setForm] = useState<SplitForm>({
    total: '1000000',
    share: PRINTED.tokenPercent.toString(),
    tokenFarms: tokenFarms.toString(),
    lpFarms: lpFarms.toString(),
  })
  const { split, problems } = parseSplit(form)
  return (
    <section aria-label={content.title}>
      <h3 className="font-medium">{content.title}</h3>
      <p className="mb-2 text-xs text-muted">{content.intro}</p>
      <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-2">
        <div className="grid gap-x-4 sm:grid-cols-2">
          {FIELDS.map((field) => (
            <Field
              key={field}
              field={field}
              text={form[field]}
              problem={problems[field]}
              onChange={(text) => setForm({ ...form, [field]: text })}
            />
          ))}
        </div>
        <Facts>
          <Fact name={content.perToken}>
            {split === undefined ? '—' : <Amount value={split.perTokenFarm} token={REWARD} />}
          </Fact>
          <Fact name={content.perLp}>
            {split === undefined ? '—' : <Amount value={split.perLpFarm} token={REWARD} />}
          </Fact>
          <Fact name={content.leftOver} hint={content.leftOverHint}>
            {split === undefined ? '—' : <Amount value={split.leftOver} token={REWARD} />}
          </Fact>
        </Facts>
      </div>
    </section>
  )
}

function Field({
  field,
  text,
  problem,
  onChange,
}: {
  field: SplitField
  text: string
  problem: SplitProblem | undefined
  onChange: (text: string) => void
}) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-muted">
        {content.fields[field]}
      </label>
      <div
        className={`mt-1 flex items-center rounded border bg-canvas focus-within:border-accent ${
          problem === undefined ? 'border-line' : 'border-short'
        }`}
      >
        <input
          id={id}
          className="w-full min-w-0 flex-1 bg-transparent px-3 py-2 outline-none"
          inputMode={DECIMALS[field] === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
        />
        {UNITS[field] !== undefined && <span className="pr-3 text-muted">{UNITS[field]}</span>}
      </div>
      <p id={`${id}-problem`} aria-live="polite" className="mt-1 min-h-5 text-xs text-short">
        {problem !== undefined && describeSplitProblem(problem, text, DECIMALS[field])}
      </p>
    </div>
  )
}

function describeSplitProblem(problem: SplitProblem, text: string, decimals: number): string {
  switch (problem) {
    case 'OVER_100':
      return content.over100
    case 'TOO_MANY':
      return content.tooMany
    case 'TOO_LARGE':
      return content.tooLarge
    default:
      return describeNumberError(problem, text, decimals)
  }
}
