import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

const require = createRequire(import.meta.url)

/** Where the published, compiled contracts lie in Arbitrum's packages. */
const PATHS = {
  Bridge: '@arbitrum/nitro-contracts/build/contracts/src/bridge/Bridge.sol/Bridge.json',
  Inbox: '@arbitrum/nitro-contracts/build/contracts/src/bridge/Inbox.sol/Inbox.json',
  Outbox: '@arbitrum/nitro-contracts/build/contracts/src/bridge/Outbox.sol/Outbox.json',
  L1CustomGateway: tokenBridge('ethereum/gateway/L1CustomGateway'),
  L1GatewayRouter: tokenBridge('ethereum/gateway/L1GatewayRouter'),
  L2CustomGateway: tokenBridge('arbitrum/gateway/L2CustomGateway'),
} as const

function tokenBridge(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return `@arbitrum/token-bridge-contracts/build/contracts/contracts/tokenbridge/${path}.sol/${name}.json`
}

/** One of Arbitrum's contracts as published: its ABI and its creation bytecode, unchanged. */
export function loadBridgeArtifact(name: keyof typeof PATHS): {
  readonly abi: Abi
  readonly bytecode: Hex
} {
  return require(PATHS[name]) as { abi: Abi; bytecode: Hex }
}
