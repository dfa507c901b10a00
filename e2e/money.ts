import { type Address, encodeFunctionData, parseAbi, parseEther } from 'viem'
import { readContract } from 'viem/actions'
import { accountAddress } from '../devnet/accounts'
import { sendAndWait } from '../devnet/controls'
import type { Devnet } from '../devnet/devnet'
import type { DevnetClient } from '../devnet/devnetClient'
import { bridgeSides } from '../devnet/ethereum/bridgeSides'
import { addressOf } from './addressOf'

const mintableAbi = parseAbi([
  'function balanceOf(address) view returns (uint256)',
  'function mint(address, uint256)',
  'function burn(address, uint256)',
])

/** What a person is to have: ETH in whole units, tokens in their smallest. What is left out is none. */
interface Money {
  readonly eth?: string
  readonly usdc?: bigint
  readonly nativeUsdc?: bigint
  readonly ethereumEth?: string
  readonly ethereumUsdc?: bigint
  readonly bal?: bigint
  readonly ethereumBal?: bigint
}

/** Gives a person exactly this, on both sides of the bridge. */
export async function haveOnly(devnet: Devnet, person: string, money: Money): Promise<void> {
  const { arbitrum, ethereum, pools, bridge } = bridgeSides(devnet)
  const address = addressOf(devnet, person)
  const { eth = '0', usdc = 0n, nativeUsdc = 0n, ethereumEth = '0', ethereumUsdc = 0n } = money
  const { bal = 0n, ethereumBal = 0n } = money
  await arbitrum.setBalance({ address, value: parseEther(eth) })
  await ethereum.setBalance({ address, value: parseEther(ethereumEth) })
  await setTokens(arbitrum, pools.tokens.USDC.address, address, usdc)
  await setTokens(arbitrum, pools.tokens.BAL.address, address, bal)
  await setTokens(arbitrum, bridge.arbitrum.nativeUsdc.address, address, nativeUsdc)
  await setTokens(ethereum, bridge.tokens.USDC.address, address, ethereumUsdc)
  await setTokens(ethereum, bridge.tokens.BAL.address, address, ethereumBal)
}

async function setTokens(client: DevnetClient, to: Address, owner: Address, amount: bigint) {
  const call = { address: to, abi: mintableAbi } as const
  const has = await readContract(client, { ...call, functionName: 'balanceOf', args: [owner] })
  if (has === amount) return
  const data =
    has < amount
      ? encodeFunctionData({ abi: mintableAbi, functionName: 'mint', args: [owner, amount - has] })
      : encodeFunctionData({ abi: mintableAbi, functionName: 'burn', args: [owner, has - amount] })
  await sendAndWait(client, { from: accountAddress('Faucet'), to, data })
}
