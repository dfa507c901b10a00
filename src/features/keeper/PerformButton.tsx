import { useState } from 'react'
import type { Address } from 'viem'
import { useClient } from 'wagmi'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useReadyWallet } from '../../data/useReadyWallet'
import { isBusy, isOpen } from '../../flows/flow'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { Button } from '../../ui/Button'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { keeperContent } from './content'

/** Sends upkeeps; asks for a wallet, or for the right network, first where they are missing. */
export function PerformButton({ label, intent }: { label: string; intent: UpkeepIntent }) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const askForGas = useUpkeepGas()
  const [isChecking, setChecking] = useState(false)
  const account = wallet.isReady ? wallet.account : undefined
  const isBusyAlready = useFlows().some(
    (flow) =>
      flow.account === account && isOpen(flow) && isBusy(flow) && flow.intent.kind === 'upkeep',
  )
  if (!wallet.isReady)
    return (
      <>
        <SwitchErrorNotice text={wallet.trouble} />
        <Button {...wallet.button}>
          <span>
            {wallet.label}
            <span className="max-sm:sr-only">{keeperContent.toRebalance}</span>
          </span>
        </Button>
      </>
    )
  const perform = async () => {
    setChecking(true)
    try {
      const gas = await askForGas(intent, wallet.account)
      start(wallet.account, { ...intent, gas }, false)
    } finally {
      setChecking(false)
    }
  }
  return (
    <Button look="primary" disabled={isBusyAlready || isChecking} onClick={() => void perform()}>
      {isChecking ? keeperContent.checking : label}
    </Button>
  )
}

/** @returns Asks for the gas to send along with upkeeps; what was measured where there is no answer */
function useUpkeepGas(): (intent: UpkeepIntent, account: Address) => Promise<bigint> {
  const { chain } = useNetwork()
  const client = useClient({ chainId: chain.id })
  return async (intent, account) => {
    if (client === undefined) return intent.gas
    try {
      // Not needed before the first click.
      const { estimateUpkeepGas } = await import('./estimateUpkeepGas')
      return await estimateUpkeepGas(client, intent, account)
    } catch {
      return intent.gas
    }
  }
}
