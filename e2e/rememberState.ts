import type { Devnet } from '../devnet/devnet'

/**
 * Pauses a devnet and remembers it as it is.
 *
 * @returns Brings it back to that, clock included, paused and with a block for each transaction again
 */
export async function rememberState(devnet: Devnet): Promise<() => Promise<void>> {
  const { client, ethereum } = devnet
  const nodes = ethereum === undefined ? [client] : [client, ethereum]
  const remember = () =>
    Promise.all(nodes.map(async (node) => ({ node, id: await node.snapshot() })))
  await devnet.pause()
  let states = await remember()
  return async () => {
    await devnet.pause()
    for (const { node, id } of states) {
      await node.request<{ Method: string; Parameters: []; ReturnType: unknown }>({
        method: 'anvil_dropAllTransactions',
        params: [],
      })
      await node.revert({ id })
      await node.setAutomine(true)
    }
    // A state can be gone back to once.
    states = await remember()
  }
}
