import { Fragment } from 'react'
import { Amount } from './Amount'

/** Amounts within a sentence, one after the other. */
export function AmountList({
  amounts,
}: {
  amounts: readonly {
    readonly value: bigint
    readonly token: { readonly symbol: string; readonly decimals: number }
  }[]
}) {
  return amounts.map(({ value, token }, index) => (
    // Two farms may hold the same amount of the same token.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list has no other key
    <Fragment key={index}>
      {index > 0 && ', '}
      <Amount value={value} token={token} />
    </Fragment>
  ))
}
