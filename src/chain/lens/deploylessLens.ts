import {
  concat,
  deploylessCallViaBytecodeBytecode,
  encodeDeployData,
  type Hex,
  parseAbi,
} from 'viem'

/** Constructor code that returns what follows it as the contract's code. */
const RETURN_REST: Hex = '0x600b5981380380925939f3'

const DEPLOYLESS_ABI = parseAbi(['constructor(bytes code, bytes data)'])

/**
 * Creation code that deploys a lens, calls it with `data` and returns its answer: viem's own means for nodes without state
 * overrides.
 */
export function deploylessLens(code: Hex, data: Hex): Hex {
  return encodeDeployData({
    abi: DEPLOYLESS_ABI,
    bytecode: deploylessCallViaBytecodeBytecode,
    args: [concat([RETURN_REST, code]), data],
  })
}
