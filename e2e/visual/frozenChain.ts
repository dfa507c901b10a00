import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import type { DevnetOptions } from '../../devnet/devnetOptions'
import { marketOf } from '../../devnet/marketOf'
import { approveTransaction, commitTransaction } from '../../devnet/transactions'
import { CommitType } from '../../src/protocol/commitType'
import { addressOf } from '../addressOf'

/** When the chain is handed over, Unix seconds. */
const START_SEC = 1_750_000_000
/** When its last block is. */
const LAST_SEC = START_SEC + 660

/** The visitor's clock, which stands still. */
export const VISITOR_MS = (LAST_SEC + 4) * 1_000

/** A chain that ends at the same time in every run. */
export const FROZEN: DevnetOptions = { pastSec: 0, endSec: START_SEC, walk: false, keeper: false }

/** Lets ten rebalances happen, with an order of Alice's executed and one in the queue; then nothing happens any more. */
export async function freezeChain(devnet: Devnet): Promise<void> {
  const { client } = devnet
  const at = async (sec: number, act: () => Promise<unknown>) => {
    await client.setNextBlockTimestamp({ timestamp: BigInt(START_SEC + sec) })
    await act()
  }
  const from = addressOf(devnet, 'Alice')
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const mint = (type: CommitType, amountWei: bigint) =>
    sendAndWait(client, commitTransaction({ from, market, type, amountWei }))

  await at(10, () => sendAndWait(client, approveTransaction(from, market)))
  await at(20, () => mint(CommitType.LongMint, 1_250_000_000n))
  for (let minute = 1; minute <= 10; minute++) {
    const wave = [0, 900, -400, 1_300, 600][minute % 5] ?? 0
    await at(60 * minute + 10, () => devnet.setPrice('BTC', 97_000 + wave + 40 * minute))
    await at(60 * minute + 20, () => devnet.upkeep())
  }
  await at(640, () => mint(CommitType.ShortMint, 300_000_000n))
  await at(LAST_SEC - START_SEC, () => client.mine({ blocks: 1 }))
}
