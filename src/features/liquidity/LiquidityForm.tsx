import { useState } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { formatName } from '../../format/formatAddress'
import { formatPlain } from '../../format/formatAmount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { liquidityContent } from './content'
import { describeShortage, describeTypedProblem, type Shortage } from './describeFormProblem'
import { LiquidityField } from './LiquidityField'
import { LiquidityOffer } from './LiquidityOffer'
import {
  EMPTY_FORM,
  type LiquidityForm as Form,
  type ParsedLiquidity,
  parseLiquidityForm,
  typedText,
  withMostInProportion,
} from './liquidityForm'
import { type LiquidityPool, LP_DECIMALS } from './liquidityPool'

const { form: content } = liquidityContent

/** Adds liquidity or removes it: all tokens in proportion, or one. What was typed stays, whatever is wrong with it. */
export function LiquidityForm({ pool, staked }: { pool: LiquidityPool; staked: bigint }) {
  const { account, isWatched } = useSnapshot()
  const [form, setForm] = useState({ ...EMPTY_FORM, only: pool.order[0] ?? 0 })
  const { lp } = pool
  const change = (more: Partial<Form>) => setForm({ ...form, ...more })
  if (isWatched)
    return (
      <Card title={content.title}>
        <p className="text-muted">{content.watching}</p>
      </Card>
    )
  if (lp.totalSupply === 0n)
    return (
      <Card title={content.title}>
        <p className="text-muted">{content.empty}</p>
      </Card>
    )
  const parsed = parseLiquidityForm(form, lp)
  const shortage =
    parsed.ok && account !== undefined ? describeShortage(parsed.request, pool, staked) : undefined
  return (
    <Card title={content.title}>
      <div className="space-y-3">
        <Segmented
          label={content.modes}
          value={form.mode}
          options={(['add', 'remove'] as const).map((value) => {
            return { value, label: content.mode[value] }
          })}
          onChange={(mode) => change({ mode })}
        />
        {lp.paused && (
          <Notice tone="warn" standing>
            {content.paused}
          </Notice>
        )}
        {!lp.paused && <Ways pool={pool} form={form} onChange={change} />}
        <Fields pool={pool} form={form} parsed={parsed} shortage={shortage} onChange={change} />
        <LiquidityOffer
          pool={pool}
          form={form}
          request={parsed.ok ? parsed.request : undefined}
          isShort={shortage !== undefined}
          onSlippage={(slippage) => change({ slippage })}
          onSent={() => change({ texts: EMPTY_FORM.texts })}
        />
      </div>
    </Card>
  )
}

interface PartProps {
  readonly pool: LiquidityPool
  readonly form: Form
  readonly onChange: (change: Partial<Form>) => void
}

function Ways({ pool, form, onChange }: PartProps) {
  return (
    <>
      <Segmented
        label={content.ways}
        value={form.way}
        options={(['all', 'one'] as const).map((value) => {
          return { value, label: content.way[value] }
        })}
        onChange={(way) => onChange({ way })}
      />
      {form.way === 'one' && (
        <Segmented
          label={content.which}
          value={String(form.only)}
          options={pool.order.map((index) => {
            return { value: String(index), label: formatName(pool.tokens[index]?.symbol ?? '', 12) }
          })}
          onChange={(only) => onChange({ only: Number(only) })}
        />
      )}
    </>
  )
}

function Fields({
  pool,
  form,
  parsed,
  shortage,
  onChange,
}: PartProps & { parsed: ParsedLiquidity; shortage: Shortage | undefined }) {
  const { account } = useSnapshot()
  const { tokens, order, lp } = pool
  const { mode, way, texts, given, only } = form
  const { text, decimals } = typedText(form, lp)
  // What is empty is not yet wrong.
  const typedProblem =
    parsed.ok || parsed.code === 'EMPTY'
      ? undefined
      : describeTypedProblem(parsed.code, text, decimals)
  const heldOf = (amount: bigint) => (account === undefined ? undefined : amount)
  if (mode === 'remove')
    return (
      <LiquidityField
        label={content.amount.remove}
        symbol={liquidityContent.lp}
        decimals={LP_DECIMALS}
        text={text}
        held={heldOf(lp.held)}
        problem={typedProblem ?? shortage?.texts[0]}
        onChange={(remove) => onChange({ texts: { ...texts, remove } })}
        onMax={() => onChange({ texts: { ...texts, remove: formatPlain(lp.held, LP_DECIMALS) } })}
      />
    )
  const most = withMostInProportion(form, lp)
  const typed = way === 'one' ? only : given
  const derived = parsed.ok && parsed.request.kind === 'add' ? parsed.request.amountsIn : undefined
  return (
    <>
      {order.map((index) => {
        const token = tokens[index]
        if (token === undefined || (way === 'one' && index !== only)) return null
        const amount = derived?.[index]
        const shown = amount === undefined ? '' : formatPlain(amount, token.decimals)
        const symbol = formatName(token.symbol, 12)
        return (
          <LiquidityField
            key={token.address}
            label={content.amount.add(symbol)}
            symbol={symbol}
            decimals={token.decimals}
            text={index === typed ? text : shown}
            held={heldOf(token.held)}
            problem={(index === typed ? typedProblem : undefined) ?? shortage?.texts[index]}
            onChange={(next) =>
              onChange(
                way === 'one'
                  ? { texts: { ...texts, one: next } }
                  : { given: index, texts: { ...texts, all: next } },
              )
            }
            onMax={
              way === 'one'
                ? () =>
                    onChange({ texts: { ...texts, one: formatPlain(token.held, token.decimals) } })
                : undefined
            }
          />
        )
      })}
      {way === 'all' && shortage?.hasNone && shortage.texts[given] === undefined && (
        <Button
          look="quiet"
          onClick={() => onChange({ way: 'one', only: given, texts: { ...texts, one: texts.all } })}
        >
          {content.oneInstead(formatName(tokens[given]?.symbol ?? '', 12))}
        </Button>
      )}
      {way === 'all' && account !== undefined && (
        <Button disabled={most === undefined} onClick={() => most !== undefined && onChange(most)}>
          {content.maxAll}
        </Button>
      )}
    </>
  )
}
