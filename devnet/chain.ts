import { ACCOUNT_COUNT } from './accounts'
import { type Anvil, startAnvil } from './anvil'

export interface ChainOptions {
  /** TCP port on the loopback address; 0 takes a free one. */
  readonly port: number
  readonly chainId: number
  /** Time of the genesis block, Unix seconds. */
  readonly genesisSec: number
}

/** Arbitrum takes about as much in one transaction. */
export const BLOCK_GAS_LIMIT = 32_000_000n
/** Blocks whose state `eth_call` can read, 9 MB each after two days. Logs stay readable for ever. */
const READABLE_STATES = 40

/**
 * Starts an empty chain that does not mine on its own.
 *
 * It is the fork of a second, empty anvil. An anvil that is no fork hashes its whole state for
 * every block: after two days of upkeeps a block takes 90 ms instead of 4, and our chain would be
 * ready after two minutes instead of a quarter of one. A fork leaves its state root out.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function startChain(options: ChainOptions): Promise<Anvil> {
  const { port, chainId, genesisSec } = options
  const genesis = await startAnvil({
    chainId,
    timestampSec: genesisSec,
    args: ['--no-mining', '--block-base-fee-per-gas', '0', '--accounts', '1'],
  })
  let chain: Anvil
  try {
    chain = await startAnvil({
      port,
      chainId,
      args: [
        ...['--fork-url', genesis.rpcUrl, '--fork-block-number', '0'],
        ...['--no-storage-caching', '--no-rate-limit'],
        ...['--accounts', String(ACCOUNT_COUNT), '--order', 'fifo', '--no-mining'],
        ...['--block-base-fee-per-gas', '0', '--gas-limit', String(BLOCK_GAS_LIMIT * 1_000n)],
        ...[
          '--prune-history',
          String(READABLE_STATES),
          '--disable-console-log',
          '--no-request-size-limit',
        ],
      ],
    })
  } catch (error) {
    await genesis.stop()
    throw error
  }
  return {
    rpcUrl: chain.rpcUrl,
    port: chain.port,
    died: Promise.race([chain.died, genesis.died]),
    async stop() {
      await Promise.all([chain.stop(), genesis.stop()])
    },
  }
}
