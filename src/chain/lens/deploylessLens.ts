import {
  concat,
  deploylessCallViaBytecodeBytecode,
  encodeDeployData,
  type Hex,
  parseAbi,
} from 'viem'
import { POOL_LENS_CODE } from './poolLens'

/** Constructor code that returns what follows it as the contract's code. */
const RETURN_REST: Hex = '0x600b5981380380925939f3'

const DEPLOYLESS_ABI = parseAbi(['constructor(bytes code, bytes data)'])

/**
 * Creation code that deploys the lens, calls it with `data` and returns its answer: viem's own means for nodes without state
 * overrides.
 */
export function deploylessLens(data: Hex): Hex {
  return encodeDeployData({
    abi: DEPLOYLESS_ABI,
    bytecode: deploylessCallViaBytecodeBytecode,
    args: [concat([RETURN_REST, POOL_LENS_CODE]), data],
  })
}
