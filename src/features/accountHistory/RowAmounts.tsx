import type { ReactNode } from 'react'
import { quadToWad } from '../../analytics/poolFigures'
import type { LiquidityEntry, SwapEntry } from '../../chain/accountHistory/accountEntry'
import type {
  CommitRow,
  ExecutedCommits,
  ExecutionRow,
  HistoryRow,
} from '../../chain/accountHistory/historyRow'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'
import { formatQuad } from '../../format/formatQuad'
import { formatTokenPrice } from '../../format/formatRatio'
import { isBurn, isMint } from '../../protocol/commitType'
import { Amount } from '../../ui/Amount'
import { Tooltip } from '../../ui/Tooltip'
import { accountHistoryContent } from './content'
import type { SideChoice } from './historyFilter'
import { receivedToken, spentToken } from './toExportLines'
import { heldToken, type NamedAmount, tradedAmounts } from './tradedAmounts'

const content = accountHistoryContent.row

/** What moved, and what it cost. */
export function RowAmounts({ row, facts }: { row: HistoryRow; facts: PoolFacts }) {
  const named = besideName(facts)
  switch (row.kind) {
    case 'mint':
    case 'burn':
    case 'flip':
      return <Committed row={row} facts={named} />
    case 'execution':
      return <Executed row={row} facts={named} />
    case 'claim': {
      const paid = [
        { value: row.longTokens, token: named.longToken },
        { value: row.shortTokens, token: named.shortToken },
        { value: row.settlementTokens, token: named.settlementToken },
      ].filter(({ value }) => value > 0n)
      if (paid.length === 0) return <Note>{content.nothingClaimed}</Note>
      return (
        <span className="flex flex-wrap gap-x-3">
          {paid.map(({ value, token }) => (
            <Amount key={token.address} value={value} token={token} />
          ))}
        </span>
      )
    }
    case 'received':
    case 'sent':
    case 'stake':
    case 'unstake':
      return <Amount value={row.tokens} token={heldToken(named, row)} />
    case 'farmReward':
      return <Amount value={row.amount} token={row.token} />
    case 'swap':
    case 'join':
    case 'exit':
      return <Traded row={row} facts={named} />
    case 'reward':
      return <Amount value={row.amount} token={named.settlementToken} />
  }
}

type TokensOfPool = Pick<
  PoolFacts,
  'address' | 'name' | 'settlementToken' | 'longToken' | 'shortToken'
>

/** The tokens of a pool as they are called beside its name: their own symbols are the whole name. */
function besideName(facts: PoolFacts): TokensOfPool {
  const { longToken, shortToken } = facts
  return {
    ...facts,
    longToken: { ...longToken, symbol: 'long' },
    shortToken: { ...shortToken, symbol: 'short' },
  }
}

/** What was given, and what came for it. */
function Traded({ row, facts }: { row: SwapEntry | LiquidityEntry; facts: TokensOfPool }) {
  const { given, received } = tradedAmounts(row, facts)
  return (
    <>
      <span className="flex flex-wrap gap-x-1.5">
        <Sum amounts={given} />
        <span aria-hidden="true">{content.becomes}</span>
        <Sum amounts={received} />
      </span>
      {row.prices === undefined && (
        <Note>
          {content.unpriced(formatName(facts.settlementToken.symbol), row.kind === 'join')}
        </Note>
      )}
    </>
  )
}

function Sum({ amounts }: { amounts: readonly NamedAmount[] }) {
  return amounts.map(({ value, token }, index) => (
    <span key={token.address}>
      {index > 0 && <span aria-hidden="true">{content.plus} </span>}
      <Amount value={value} token={token} />
    </span>
  ))
}

function Committed({ row, facts }: { row: CommitRow; facts: TokensOfPool }) {
  return (
    <>
      <span>
        <Amount value={row.amount} token={spentToken(facts, row.commitType)} />
        {row.isFromEscrow && <span className="text-muted"> {content.fromEscrow}</span>}
      </span>
      {row.kind === 'mint' && (
        <Fee name={content.mintingFee} value={row.mintingFee} token={facts.settlementToken} />
      )}
    </>
  )
}

function Executed({ row, facts }: { row: ExecutionRow; facts: TokensOfPool }) {
  if (row.results === undefined)
    return <Note>{row.prices === undefined ? content.noPrices : content.incomplete}</Note>
  const sides = (['long', 'short'] as const).filter((side) =>
    row.results?.some((result) => usesPrice(result, facts, side)),
  )
  return (
    <>
      {row.results.map((result) => (
        <Result key={result.commitType} result={result} facts={facts} />
      ))}
      {row.prices !== undefined &&
        sides.map((side) => (
          <Price key={side} side={side} prices={row.prices} token={facts.settlementToken} />
        ))}
    </>
  )
}

function Result({ result, facts }: { result: ExecutedCommits; facts: TokensOfPool }) {
  const { commitType, spent, received, receivedEstimate, burningFee, flipMintingFee } = result
  const brought = received ?? receivedEstimate
  const money = facts.settlementToken
  return (
    <>
      <span className="flex flex-wrap gap-x-1.5">
        <Amount value={spent} token={spentToken(facts, commitType)} />
        {brought !== undefined && (
          <>
            <span aria-hidden="true">{content.becomes}</span>
            <span>
              {received === undefined && content.about}
              <Amount value={brought} token={receivedToken(facts, commitType)} />
            </span>
          </>
        )}
      </span>
      {received === undefined && (
        <Note>{brought === undefined ? content.openFee : content.openFeeEstimate}</Note>
      )}
      {!isMint(commitType) && <Fee name={content.burningFee} value={burningFee} token={money} />}
      {!isMint(commitType) && !isBurn(commitType) && flipMintingFee !== undefined && (
        <Fee name={content.mintingFee} value={flipMintingFee} token={money} />
      )}
    </>
  )
}

function usesPrice({ commitType }: ExecutedCommits, facts: TokensOfPool, side: SideChoice) {
  const token = facts[`${side}Token`]
  return spentToken(facts, commitType) === token || receivedToken(facts, commitType) === token
}

function Price({
  side,
  prices,
  token,
}: {
  side: SideChoice
  prices: ExecutionRow['prices']
  token: TokenFacts
}) {
  const price = prices?.[`${side}Price`]
  if (price === undefined) return null
  return (
    <span className="text-xs text-muted">
      {content.price}{' '}
      <Tooltip text={formatQuad(price)}>
        <span className="tabular" translate="no">
          {formatTokenPrice(quadToWad(price))}
        </span>
      </Tooltip>{' '}
      {content.perToken(formatName(token.symbol), side)}
    </span>
  )
}

function Fee({ name, value, token }: { name: string; value: bigint; token: TokenFacts }) {
  if (value === 0n) return null
  return (
    <span className="text-xs text-muted">
      {name} <Amount value={value} token={token} isRounded />
    </span>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <span className="text-xs text-muted">{children}</span>
}
