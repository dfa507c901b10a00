import type { Address } from 'viem'

/** What wagmi and the devnet's wallet have in the browser's storage after someone has connected. */
export function connectedStorage(
  person: string,
  address: Address,
  chainId: number,
): Record<string, string> {
  const id = `dev.perpetual-pools.${person.toLowerCase()}`
  const uid = 'of-an-earlier-visit'
  const connector = { id, name: `${person} · devnet`, type: 'injected', uid }
  const connections = {
    __type: 'Map',
    value: [[uid, { accounts: [address], chainId, connector }]],
  }
  return {
    'wagmi.recentConnectorId': JSON.stringify(id),
    'wagmi.store': JSON.stringify({ state: { connections, chainId, current: uid }, version: 2 }),
    [`devnet-wallet:${address}:permitted`]: 'yes',
  }
}
