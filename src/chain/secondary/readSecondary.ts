import {
  type Address,
  type Client,
  decodeFunctionResult,
  encodeFunctionData,
  zeroAddress,
} from 'viem'
import { MalformedResponseError } from '../errors'
import { atFirstNode, callCode, type Lens, type LensNode } from '../lens/callLens'
import { readPaged } from '../lens/readPaged'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import { SECONDARY_LENS_CODE, secondaryLensAbi } from './secondaryLens'

/** Nothing else stands at this address: in text, "secondary lens". */
export const SECONDARY_LENS_ADDRESS: Address = '0x0000000000007365636f6E64617279206c656E73'

const SECONDARY_LENS: Lens = {
  address: SECONDARY_LENS_ADDRESS,
  code: SECONDARY_LENS_CODE,
}

const ARB_SYS: Address = '0x0000000000000000000000000000000000000064'

/** What was read of one pool or farm. @see SecondaryLens.Answer */
export type SecondaryAnswer = LensView['results'][number]

/** For one whose answer is too large for the node. */
const UNREAD: SecondaryAnswer = { isRead: false, data: '0x' }

interface LensView {
  readonly block: BlockStamp
  readonly results: readonly { readonly isRead: boolean; readonly data: `0x${string}` }[]
}

/** What is read: of the contracts that strangers may have written, each alone. */
export interface SecondaryTargets {
  /** Balancer's Vault; the zero address without pools. */
  readonly vault: Address
  readonly pools: readonly Address[]
  readonly farms: readonly Address[]
}

/**
 * Reads Balancer's pools and farms at one block: in one request where the node takes it.
 *
 * @returns One answer for each target, pools first
 * @throws RPC errors, `MalformedResponseError`
 */
export async function readSecondary(
  client: Client,
  { blockNumberSource }: Pick<Network, 'blockNumberSource'>,
  { vault, pools, farms }: SecondaryTargets,
  account: Address | undefined,
): Promise<LensView> {
  const items = [
    ...pools.map((address) => ({ address, isPool: true })),
    ...farms.map((address) => ({ address, isPool: false })),
  ]
  const arbSys = blockNumberSource === 'arbSys' ? ARB_SYS : zeroAddress
  const { first, results } = await atFirstNode(client, (node) =>
    readPaged(
      node,
      items,
      (batch, known?: LensView) => {
        const addresses = (isPool: boolean) =>
          batch.filter((item) => item.isPool === isPool).map(({ address }) => address)
        const args = [
          arbSys,
          vault,
          account ?? zeroAddress,
          addresses(true),
          addresses(false),
        ] as const
        return readPage(node, args, known?.block.number)
      },
      UNREAD,
    ),
  )
  return { block: first.block, results }
}

type ReadArgs = readonly [Address, Address, Address, readonly Address[], readonly Address[]]

async function readPage(node: LensNode, args: ReadArgs, block?: bigint): Promise<LensView> {
  const read = { abi: secondaryLensAbi, functionName: 'read' } as const
  const answer = await callCode(node, SECONDARY_LENS, encodeFunctionData({ ...read, args }), block)
  try {
    const [number, timestampSec, results] = decodeFunctionResult({ ...read, data: answer })
    return { block: { number, timestampSec }, results }
  } catch (cause) {
    throw new MalformedResponseError('unexpected lens response', { cause })
  }
}
