import type { TokenFacts } from '../../chain/poolFacts'
import type { AmountsWorth } from '../../data/amountsWorth'
import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact } from '../../ui/Facts'
import { liquidityContent } from './content'
import { unpricedNames } from './liquidityPool'

const { contents: content } = liquidityContent

/** What amounts are worth; its name says which of them have no price, so that no part is taken for the whole. */
export function WorthFact({
  name,
  worth,
  token,
}: {
  name: string
  worth: AmountsWorth
  token: TokenFacts
}) {
  const dollarsOf = useDollars()
  const left = unpricedNames(worth)
  return (
    <Fact
      name={left === '' ? name : content.partOf(name, left)}
      hint={left === '' ? content.totalHint : content.partHint}
    >
      {worth.worth === 0n && left !== '' ? (
        <span className="text-muted">{content.unknown}</span>
      ) : (
        <>
          <Amount value={worth.worth} token={token} />{' '}
          <Dollars wad={dollarsOf(worth.worth, token)} />
        </>
      )}
    </Fact>
  )
}
