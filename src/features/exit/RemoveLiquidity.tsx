import { useState } from 'react'
import { useClient } from 'wagmi'
import { queryExit } from '../../chain/balancer/joinExit'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { valueParts } from '../../data/valueParts'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { AmountList } from '../../ui/AmountList'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { exitContent } from './content'
import { REMOVAL_SLIPPAGE, removeLiquidityIntent } from './takeOutIntents'
import type { TakeOutStep } from './takeOutSteps'
import { WalletFirst } from './WalletFirst'

const content = exitContent.takeOut
const LEAST = formatPercent(((10_000n - BigInt(REMOVAL_SLIPPAGE)) * WAD) / 10_000n, 1)

/** One pool on Balancer that is left in proportion; what comes at least is asked for when the button is pressed. */
export function RemoveLiquidity({
  pool: { facts },
  step: { lp, value },
  isNext,
  isWatched,
}: {
  pool: PoolAtBlock
  step: Extract<TakeOutStep, { kind: 'removeLiquidity' }>
  isNext: boolean
  isWatched: boolean
}) {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const [asked, setAsked] = useState<'no' | 'pending' | 'failed'>('no')
  const owner = wallet.isReady ? wallet.account : undefined
  const isBusy = useBusyPools((flow) => flow.account === owner).has(facts.address)
  const remove = async () => {
    const balancer = resolveBalancer(network)
    if (!wallet.isReady || balancer === undefined || client === undefined) return
    setAsked('pending')
    try {
      const intent = await removeLiquidityIntent(facts, balancer.vault, lp, (exit) =>
        queryExit(client, balancer, exit, wallet.account),
      )
      start(wallet.account, intent, false)
      setAsked('no')
    } catch {
      setAsked('failed')
    }
  }
  return (
    <>
      {value !== undefined && (
        <p className="text-muted">
          {content.poolGives(<AmountList amounts={valueParts(value)} />)}
          {value.unpriced.length > 0 && ` ${content.poolOthers}`}
        </p>
      )}
      {isNext && (
        <WalletFirst wallet={wallet} isWatched={isWatched}>
          <p className="max-w-prose text-muted">{content.poolMinimum(LEAST)}</p>
          {asked === 'failed' && <Notice tone="error">{content.noQuote}</Notice>}
          <Button
            look="primary"
            disabled={isBusy || asked === 'pending'}
            onClick={() => void remove()}
          >
            {asked === 'pending' ? content.quoting : content.remove}
          </Button>
        </WalletFirst>
      )}
    </>
  )
}
