import { useState } from 'react'
import { formatAmount } from '../../format/formatAmount'
import { formatPercent, ratioWad } from '../../format/formatRatio'
import { Fact, Facts } from '../../ui/Facts'
import { Notice } from '../../ui/Notice'
import { ScrollArea } from '../../ui/ScrollArea'
import { PAID, PRINTED, printedSoFar, TCR_DECIMALS } from './programme'
import { programmeContent as content } from './programmeContent'
import { RewardSplit } from './RewardSplit'

const tcr = (amount: bigint) => `${formatAmount(amount, TCR_DECIMALS)} TCR`
const percent = (value: bigint) => `${value}%`

/** The liquidity mining programme: as it was announced, as it ran, and a calculator for another one. Folded, since it is over. */
export function Programme({ tokenFarms, lpFarms }: { tokenFarms: number; lpFarms: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="rounded-panel border border-line bg-surface px-4 py-3"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="font-semibold max-sm:py-1">{content.title}</summary>
      {isOpen && (
        <div className="mt-3 space-y-5">
          <Notice standing>{content.history}</Notice>
          <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
            <Printed />
            <Ran />
          </div>
          <RewardSplit tokenFarms={tokenFarms} lpFarms={lpFarms} />
        </div>
      )}
    </details>
  )
}

function Printed() {
  const { printed } = content
  const known = printedSoFar()
  const mining = (PRINTED.supply * PRINTED.miningPercent) / 100n
  return (
    <section>
      <h3 className="font-medium">{printed.title}</h3>
      <p className="mb-1 text-xs text-muted">{printed.intro}</p>
      <Facts>
        <Fact name={printed.supply}>{tcr(PRINTED.supply)}</Fact>
        <Fact name={printed.mining} hint={printed.miningHint}>
          {printed.miningValue(percent(PRINTED.miningPercent), tcr(mining))}
        </Fact>
        <Fact name={printed.first} hint={printed.ofMining}>
          {printed.firstValue(percent(PRINTED.firstFourWeeksPercent), tcr(PRINTED.firstFourWeeks))}
        </Fact>
        {PRINTED.weeks.map((amount, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
          <Fact key={index} name={printed.week(index + 1)}>
            {amount === undefined ? (
              <span className="text-muted">{printed.notPrinted}</span>
            ) : (
              tcr(amount)
            )}
          </Fact>
        ))}
        <Fact name={printed.sixMonths} hint={printed.ofMining}>
          {percent(PRINTED.sixMonthsPercent)}
        </Fact>
        <Fact name={printed.split}>
          {printed.splitValue(percent(PRINTED.tokenPercent), percent(PRINTED.lpPercent))}
        </Fact>
      </Facts>
      <p className="mt-2 text-xs text-muted">{printed.terms}</p>
      <p className="mt-2 text-xs text-warn">
        {printed.contradiction(
          percent(PRINTED.firstFourWeeksPercent),
          percent(PRINTED.sixMonthsPercent),
        )}
      </p>
      <p className="mt-1 text-xs text-muted">
        {printed.gap(tcr(known), tcr(PRINTED.firstFourWeeks - known))}
      </p>
    </section>
  )
}

function Ran() {
  const { ran } = content
  const amount = (value: bigint) => formatAmount(value, TCR_DECIMALS)
  const sum = (kind: 'tokens' | 'lp') =>
    PAID.markets.reduce((total, market) => total + market[kind], 0n)
  const share = (value: bigint) => formatPercent(ratioWad(value, PAID.total) ?? 0n, 0)
  return (
    <section>
      <h3 className="font-medium">{ran.title}</h3>
      <p className="mb-1 text-xs text-muted">{ran.intro}</p>
      <ScrollArea label={ran.title}>
        <table className="tabular w-full text-right whitespace-nowrap">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-1.5 text-left font-normal">
                {ran.market}
              </th>
              <th scope="col" className="pl-4 font-normal">
                {ran.tokens}
              </th>
              <th scope="col" className="pl-4 font-normal">
                {ran.lp}
              </th>
            </tr>
          </thead>
          <tbody>
            {PAID.markets.map(({ market, tokens, lp }) => (
              <tr key={market} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {market}
                </th>
                <td className="pl-4">{amount(tokens)}</td>
                <td className="pl-4">{amount(lp)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="py-1.5 text-left font-medium">
                {ran.total}
              </th>
              <td colSpan={2} className="pl-4 font-semibold">
                {tcr(PAID.total)}
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollArea>
      <p className="mt-2 text-xs text-muted">
        {ran.share(
          share(sum('tokens')),
          share(sum('lp')),
          ran.announced(percent(PRINTED.tokenPercent), percent(PRINTED.lpPercent)),
        )}
      </p>
    </section>
  )
}
