import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useDollars } from '../../data/useDollars'
import { Explain } from '../../explain/Explain'
import { formatName } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { accountContent as content } from './content'
import { EscrowNote } from './EscrowNote'
import { hasEscrow } from './hasEscrow'
import { positionValue } from './positionValue'

/** What an account has in a pool: in the wallet, and in escrow. What is zero is left out. */
export function PositionFacts({ pool, position }: { pool: PoolAtBlock; position: PoolAccount }) {
  const dollarsOf = useDollars()
  const { facts } = pool
  const settlement = facts.settlementToken
  const long = { ...facts.longToken, symbol: 'long' }
  const short = { ...facts.shortToken, symbol: 'short' }
  const value = positionValue(pool, position)
  const { escrow } = position
  return (
    <>
      {position.longBalance + position.shortBalance > 0n && (
        <Facts>
          {position.longBalance > 0n && (
            <Fact name={formatName(facts.longToken.symbol)}>
              <Amount value={position.longBalance} token={long} />
            </Fact>
          )}
          {position.shortBalance > 0n && (
            <Fact name={formatName(facts.shortToken.symbol)}>
              <Amount value={position.shortBalance} token={short} />
            </Fact>
          )}
          <Value name={content.walletValue} value={value.wallet} token={settlement} />
        </Facts>
      )}
      {value.queued > 0n && (
        <Facts>
          <Value name={content.queueValue} value={value.queued} token={settlement} />
        </Facts>
      )}
      {hasEscrow(position) && (
        <>
          <h3 className="mt-3 font-medium first:mt-0">
            {content.inEscrow} <Explain topic="escrow" />
          </h3>
          <p className="text-xs text-muted">{content.escrowText}</p>
          <Facts>
            {escrow.longTokens > 0n && (
              <Fact name={content.longTokens}>
                <Amount value={escrow.longTokens} token={long} />
              </Fact>
            )}
            {escrow.shortTokens > 0n && (
              <Fact name={content.shortTokens}>
                <Amount value={escrow.shortTokens} token={short} />
              </Fact>
            )}
            {escrow.settlementTokens > 0n && (
              <Fact name={formatName(settlement.symbol)}>
                <Amount value={escrow.settlementTokens} token={settlement} />{' '}
                <Dollars wad={dollarsOf(escrow.settlementTokens, settlement)} />
              </Fact>
            )}
            <Value name={content.escrowValue} value={value.escrow} token={settlement} />
          </Facts>
          <EscrowNote pool={pool} />
        </>
      )}
    </>
  )
}

function Value({ name, value, token }: { name: string; value: bigint; token: TokenFacts }) {
  const dollarsOf = useDollars()
  return (
    <Fact name={name} hint={content.valueHint}>
      <Amount value={value} token={token} /> <Dollars wad={dollarsOf(value, token)} />
    </Fact>
  )
}
