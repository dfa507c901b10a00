import type { TokenFacts } from '../../chain/poolFacts'
import type { AmountsWorth } from '../../data/amountsWorth'
import { useDollars } from '../../data/useDollars'
import { formatName } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact } from '../../ui/Facts'
import { liquidityContent } from './content'

const { contents: content } = liquidityContent

/** What amounts are worth; its name says which of them have no price, so that no part is taken for the whole. */
export function WorthFact({
  name,
  worth: { worth, unpriced },
  token,
}: {
  name: string
  worth: AmountsWorth
  token: TokenFacts
}) {
  const dollarsOf = useDollars()
  const left = unpriced.filter(({ amount }) => amount > 0n)
  const symbols = left.map(({ token: { symbol } }) => formatName(symbol, 12))
  return (
    <Fact
      name={left.length === 0 ? name : content.partOf(name, symbols.join(liquidityContent.and))}
      hint={left.length === 0 ? content.totalHint : content.partHint}
    >
      {worth === 0n && left.length > 0 ? (
        <span className="text-muted">{content.unknown}</span>
      ) : (
        <>
          <Amount value={worth} token={token} /> <Dollars wad={dollarsOf(worth, token)} />
        </>
      )}
    </Fact>
  )
}
