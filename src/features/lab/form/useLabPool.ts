import { useEffect, useMemo, useState } from 'react'
import { getAddress, isAddress, isAddressEqual } from 'viem'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useSnapshot } from '../../../data/SnapshotProvider'
import { formatName } from '../../../format/formatAddress'
import { labContent } from '../content'
import { type LabForm, MADE_UP } from './labForm'
import type { Problems } from './parseAll'
import { type LabPool, parseMadeUpPool } from './parsePool'

/** The pool that the lab starts from, or why there is none. */
export interface LabPoolState {
  readonly pool: LabPool | undefined
  readonly problems: Problems
  /** The pool of the list that it is; undefined for a made-up one. */
  readonly listed: PoolAtBlock | undefined
  /** The block that its state is of; undefined for a made-up one. */
  readonly block: bigint | undefined
  readonly isLoading: boolean
}

const NO_PROBLEMS: Problems = {}

/**
 * A pool of the list stays as it was when it was chosen: a result must not change under a person's eyes with every block. It is
 * read again when another one is chosen, or the page is.
 */
export function useLabPool(form: LabForm): LabPoolState {
  const { snapshot, openPool } = useSnapshot()
  const live = snapshot?.pools.find(
    ({ facts }) =>
      isAddress(form.pool, { strict: false }) &&
      isAddressEqual(facts.address, getAddress(form.pool)),
  )
  const [kept, setKept] = useState<{ pool: PoolAtBlock; block: bigint }>()
  const isOther = live !== undefined && kept?.pool.facts.address !== live.facts.address
  const chosen =
    isOther && snapshot !== undefined ? { pool: live, block: snapshot.block.number } : kept
  if (isOther) setKept(chosen)
  const isUnread = form.pool !== MADE_UP && snapshot !== undefined && live === undefined
  useEffect(() => {
    if (isUnread && isAddress(form.pool, { strict: false })) openPool(getAddress(form.pool))
  }, [isUnread, form.pool, openPool])
  const [startSec] = useState(() => Math.floor(Date.now() / 1_000))
  const isMadeUp = form.pool === MADE_UP
  const listed = isMadeUp ? undefined : chosen?.pool
  const madeUp = useMadeUpPool(form, startSec)
  const real = useMemo(() => listed && toLabPool(listed), [listed])
  const none = { pool: undefined, listed: undefined, block: undefined, isLoading: false }
  if (isMadeUp)
    return madeUp.ok
      ? { ...none, pool: madeUp.pool, problems: NO_PROBLEMS }
      : { ...none, problems: madeUp.problems }
  if (listed === undefined || listed.facts.address.toLowerCase() !== form.pool.toLowerCase()) {
    const isLoading = isAddress(form.pool, { strict: false }) && snapshot === undefined
    const pool = isLoading ? undefined : labContent.pool.notThere
    return { ...none, problems: { pool }, isLoading }
  }
  const problems = real === undefined ? { pool: labContent.pool.noPrice } : NO_PROBLEMS
  return { pool: real, problems, listed, block: chosen?.block, isLoading: false }
}

/** Made again only when a field that describes it changes: what is computed from it costs seconds. */
function useMadeUpPool(form: LabForm, startSec: number) {
  const { leverage, sma, interval, fee, mint, burn, long, short, price, gas, eth } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields that the pool is made of, not the form as a whole
  return useMemo(
    () => parseMadeUpPool(form, startSec),
    [leverage, sma, interval, fee, mint, burn, long, short, price, gas, eth, startSec],
  )
}

function toLabPool({ facts, snapshot, market }: PoolAtBlock): LabPool | undefined {
  if (market.spotPriceWad === undefined || market.spotPriceWad <= 0n) return undefined
  return {
    snapshot,
    symbol: formatName(facts.settlementToken.symbol),
    decimals: facts.settlementToken.decimals,
    priceWad: market.spotPriceWad,
  }
}
