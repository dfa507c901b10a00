import { type FormEvent, useId, useState } from 'react'
import type { Side } from '../../analytics/poolFigures'
import { MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useStoredValue } from '../../data/storedValue'
import { describeAmountError } from '../../format/describeAmountError'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { parseAmount } from '../../format/parseAmount'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { profitContent as content } from './content'
import type { UnknownTokens } from './profitOf'
import { SignedAmount } from './SignedAmount'
import { statedPriceOf, statedPrices, withStatedPrice } from './statedPrices'

/** Tokens that came without a mint of the account's: their worth, and their gain by a price that the person enters. */
export function UnknownCost({ pool, unknown }: { pool: PoolAtBlock; unknown: UnknownTokens }) {
  const sides = (['long', 'short'] as const).filter((side) => unknown[side].tokens > 0n)
  if (sides.length === 0) return null
  return (
    <section aria-label={content.received.title} className="mt-4">
      <h3 className="font-medium">{content.received.title}</h3>
      <p className="text-xs text-muted">{content.received.text}</p>
      {sides.map((side) => (
        <SideCost key={side} pool={pool} side={side} {...unknown[side]} />
      ))}
    </section>
  )
}

function SideCost({
  pool: { facts },
  side,
  tokens,
  worth,
}: {
  pool: PoolAtBlock
  side: Side
  tokens: bigint
  worth: bigint
}) {
  const { chain } = useNetwork()
  const { account } = useSnapshot()
  const prices = useStoredValue(statedPrices)
  const money = facts.settlementToken
  const poolToken = side === 'long' ? facts.longToken : facts.shortToken
  if (account === undefined) return null
  const key = { chainId: chain.id, pool: facts.address, account, side }
  const price = statedPriceOf(prices, key)
  const cost =
    price === undefined ? undefined : (price * tokens) / 10n ** BigInt(poolToken.decimals)
  return (
    <div className="mt-2 border-t border-line pt-2">
      <p className="flex flex-wrap justify-between gap-x-3">
        <Amount value={tokens} token={{ ...poolToken, symbol: side }} />
        <span>
          <Amount value={worth} token={money} />
          {cost !== undefined && (
            <>
              {' '}
              <SignedAmount value={worth - cost} token={money} />
            </>
          )}
        </span>
      </p>
      <PriceForm
        key={price?.toString()}
        label={content.received.price(side)}
        price={price}
        money={money}
        onSet={(value) => statedPrices.set(withStatedPrice(statedPrices.get(), key, value))}
      />
    </div>
  )
}

function PriceForm({
  label,
  price,
  money,
  onSet,
}: {
  label: string
  price: bigint | undefined
  money: PoolAtBlock['facts']['settlementToken']
  onSet: (price: bigint | undefined) => void
}) {
  const id = useId()
  const [text, setText] = useState(price === undefined ? '' : formatAmount(price, money.decimals))
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = parseAmount(text, money.decimals, MAX_COMMIT_AMOUNT)
    setProblem(
      parsed.ok ? undefined : describeAmountError(parsed.code, text, money, MAX_COMMIT_AMOUNT),
    )
    if (parsed.ok) onSet(parsed.value)
  }
  return (
    <form className="mt-1" onSubmit={submit}>
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          className="min-h-9 w-32 min-w-0 rounded border border-line bg-canvas px-3"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="text-muted">{formatName(money.symbol)}</span>
        <Button type="submit">{content.received.save}</Button>
        {price !== undefined && (
          <Button look="quiet" onClick={() => onSet(undefined)}>
            {content.received.remove}
          </Button>
        )}
      </div>
      <p id={`${id}-problem`} role="status" className="text-xs text-short">
        {problem}
      </p>
    </form>
  )
}
