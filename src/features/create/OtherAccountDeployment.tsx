import { useFlowActions } from '../../data/FlowsProvider'
import { canDismiss } from '../../flows/flow'
import { formatAddress } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { createContent } from './content'
import type { MarketDeployment } from './useMarketDeployment'

const content = createContent.otherAccount

/** A market that another account has started in this browser; it can be dismissed unless its wallet may have sent something. */
export function OtherAccountDeployment({ deployment }: { deployment: MarketDeployment }) {
  const { dismiss } = useFlowActions()
  return (
    <Notice standing>
      <p>{content.text(formatAddress(deployment.account))}</p>
      {canDismiss(deployment) ? (
        <Button className="mt-2" onClick={() => dismiss(deployment.id)}>
          {content.dismiss}
        </Button>
      ) : (
        <p className="mt-1 text-xs text-muted">{content.stays}</p>
      )}
    </Notice>
  )
}
