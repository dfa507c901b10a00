import type { Address, Client } from 'viem'
import { erc20Abi, multicall3Abi } from '../abi'
import { contractRead, readMany } from '../readMany'

/** What an account has on one chain. A token that did not answer is left out. */
export interface Balances {
  readonly ethWei: bigint | undefined
  /** Base units, by the tokens' addresses as they were asked for. */
  readonly tokens: ReadonlyMap<Address, bigint>
}

/**
 * An account's ETH and its balances of any ERC-20 tokens on one chain, in one request.
 *
 * @throws RPC errors
 */
export async function getBalances(
  client: Client,
  multicall3: Address,
  account: Address,
  tokens: readonly Address[],
): Promise<Balances> {
  const [ethWei, ...balances] = await readMany(client, multicall3, [
    contractRead(multicall3Abi, multicall3, 'getEthBalance', [account]),
    ...tokens.map((token) => contractRead(erc20Abi, token, 'balanceOf', [account])),
  ])
  return {
    ethWei,
    tokens: new Map(
      tokens.flatMap((token, index) => {
        const balance = balances[index]
        return balance === undefined ? [] : [[token, balance] as const]
      }),
    ),
  }
}
