import { zeroAddress } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { formatName } from '../../format/formatAddress'
import { AddressLink } from '../../ui/AddressLink'
import { Fact, Facts } from '../../ui/Facts'
import { poolContent } from './content'

const content = poolContent.contracts

/** The addresses of all that a pool consists of, and of who can change something about it. */
export function Contracts({ pool: { facts, poolControllers } }: { pool: PoolAtBlock }) {
  const explorerUrl = useExplorerUrl()
  const { longToken, shortToken, settlementToken, oracle } = facts
  const addresses = [
    [content.pool, facts.address],
    [content.committer, facts.committer],
    [content.longToken(formatName(longToken.symbol)), longToken.address],
    [content.shortToken(formatName(shortToken.symbol)), shortToken.address],
    [content.settlementToken(formatName(settlementToken.symbol)), settlementToken.address],
    [content.oracleWrapper, oracle.wrapper],
    [content.priceFeed, oracle.feed],
    [content.keeper, poolControllers.keeper],
    [content.ethPrice, facts.settlementEthOracle],
    ...(poolControllers.feeController === zeroAddress
      ? []
      : [[content.feeController, poolControllers.feeController] as const]),
    ...(poolControllers.oracleGovernance === undefined
      ? []
      : [[content.oracleGovernance, poolControllers.oracleGovernance] as const]),
  ] as const
  return (
    <Facts>
      {addresses.map(([name, address]) => (
        <Fact key={name} name={name}>
          <AddressLink address={address} label={name} explorerUrl={explorerUrl} />
        </Fact>
      ))}
    </Facts>
  )
}
