import {
  type Address,
  concatHex,
  encodeFunctionData,
  type Hex,
  numberToHex,
  size,
  stringToHex,
} from 'viem'
import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import { beginHostile } from './beginHostile'
import type { BlockBuilder } from './blockBuilder'
import type { Deployer } from './deployer'
import { queueMarket, readMarkets } from './deployMarkets'
import type { DeployedMarket } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import { tokenAbi } from './protocolAbi'
import type { Timeline } from './timeline'
import { approveTransaction, commitTransaction, mintTokensTransaction } from './transactions'

/** Sets `window.hacked` if a page takes it for markup. */
const MARKUP = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1">'
/** Turned around, with letters of no width and control characters. */
const TURNED = '\u202eEHT\u200b/\u2066DSU\u0007\u0000\u{e0041}+\u05d0\u05d1CDSU'
const ENDLESS = 'W'.repeat(10_000)
/** Settles in a token that calls itself BAL. */
const FALSE_BAL = 'ETH/USD+FALSE'

/** How a token's `symbol()` can go wrong, as the end of its bytecode. */
const SYMBOL_CODE = {
  // PUSH1 0 PUSH1 0 REVERT
  reverts: '0x60006000fd',
  // PUSH32 "BYTES32" PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
  isBytes32: concatHex(['0x7f', stringToHex('BYTES32', { size: 32 }), '0x60005260206000f3']),
  // STOP
  isNothing: '0x00',
} as const satisfies Record<string, Hex>

const DECIMALS = 18
const SEED_WEI = 1_000n * 10n ** BigInt(DECIMALS)
/** Storing ten thousand letters five times over. */
const ENDLESS_GAS = 100_000_000n

/**
 * Markets such as anyone can make: with names that attack a page, and with settlement tokens that give no proper
 * symbol, or someone else's. They are the factory's last ones, are funded, and are never kept up. Takes two seconds of the timeline.
 */
export async function deployHostile(
  client: DevnetClient,
  blocks: BlockBuilder,
  protocol: Protocol,
  timeline: Timeline,
  first: number,
): Promise<readonly DeployedMarket[]> {
  const { deployer, model } = await beginHostile(client, blocks, '5-ETH/USD+BAL')
  const tokens = [
    tokenWithoutSymbol(deployer, protocol, SYMBOL_CODE.reverts),
    tokenWithoutSymbol(deployer, protocol, SYMBOL_CODE.isBytes32),
    tokenWithoutSymbol(deployer, protocol, SYMBOL_CODE.isNothing),
    namedToken(deployer, TURNED + MARKUP),
    namedToken(deployer, ENDLESS),
    namedToken(deployer, 'BAL'),
  ]
  const names = [MARKUP, TURNED, ENDLESS, 'ETH/USD+TURNED', 'ETH/USD+ENDLESS', FALSE_BAL]
  const markets = names.map((name) => ({ ...model, name: `${model.leverage}-${name}` }))
  markets.forEach((market, index) => {
    const address = tokens[index]
    if (address === undefined) return
    const BAL = { address, decimals: DECIMALS }
    const own = { ...protocol, tokens: { ...protocol.tokens, BAL } }
    queueMarket(deployer, own, market, ENDLESS_GAS)
  })
  await timeline.advance(timeline.nowSec + 1)
  const deployed = await readMarkets(client, protocol.contracts.poolFactory, markets, first)
  for (const market of deployed) {
    const from = accountAddress('Dora')
    const token = { address: market.settlementToken, decimals: DECIMALS }
    blocks.add(mintTokensTransaction(accountAddress('Faucet'), token, from, 2n * SEED_WEI))
    blocks.add(approveTransaction(from, market))
    for (const type of [CommitType.LongMint, CommitType.ShortMint])
      blocks.add(commitTransaction({ from, market, type, amountWei: SEED_WEI }))
  }
  await timeline.advance(timeline.nowSec + 1)
  return deployed
}

function namedToken(deployer: Deployer, symbol: string): Address {
  const token = deployer.deploy('TestToken', ['Hostile', symbol], undefined, ENDLESS_GAS)
  setDecimals(deployer, token)
  return token
}

/** A token that is another in everything but its `symbol()`, for which the given code runs. */
function tokenWithoutSymbol(deployer: Deployer, protocol: Protocol, symbolCode: Hex): Address {
  const runtime = concatHex([
    // PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH4 symbol() EQ PUSH1 69 JUMPI
    '0x60003560e01c6395d89b4114604557',
    // CALLDATASIZE PUSH1 0 PUSH1 0 CALLDATACOPY; PUSH1 0 PUSH1 0 CALLDATASIZE PUSH1 0 PUSH20 …
    '0x3660006000376000600036600073',
    protocol.tokens.BAL.address,
    // GAS DELEGATECALL; RETURNDATASIZE PUSH1 0 PUSH1 0 RETURNDATACOPY; PUSH1 64 JUMPI
    '0x5af43d600060003e604057',
    // RETURNDATASIZE PUSH1 0 REVERT; 64: JUMPDEST RETURNDATASIZE PUSH1 0 RETURN; 69: JUMPDEST
    '0x3d6000fd5b3d6000f35b',
    symbolCode,
  ])
  // PUSH1 size DUP1 PUSH1 11 PUSH1 0 CODECOPY PUSH1 0 RETURN
  const token = deployer.deployCode(
    concatHex(['0x60', numberToHex(size(runtime), { size: 1 }), '0x80600b6000396000f3', runtime]),
  )
  setDecimals(deployer, token)
  return token
}

function setDecimals(deployer: Deployer, token: Address): void {
  const args = [DECIMALS] as const
  deployer.call(token, encodeFunctionData({ abi: tokenAbi, functionName: 'setDecimals', args }))
}
