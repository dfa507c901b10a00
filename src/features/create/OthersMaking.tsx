import { useFlowActions } from '../../data/FlowsProvider'
import { canPutAside } from '../../flows/flow'
import { formatAddress } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import type { Making } from './useMaking'

/** A market that another account has begun in this browser: in nobody's way, and put aside where nothing of it hangs. */
export function OthersMaking({ making }: { making: Making }) {
  const { dismiss } = useFlowActions()
  return (
    <Notice standing>
      <p>
        {`A market begun by ${formatAddress(making.account)} is not finished. Only that account can go on with it: the factory takes a pool only from its wrapper’s deployer. Yours can make one of its own meanwhile.`}
      </p>
      {canPutAside(making) ? (
        <Button className="mt-2" onClick={() => dismiss(making.id)}>
          Put aside
        </Button>
      ) : (
        <p className="mt-1 text-xs text-muted">
          It stays here until it is known whether that account’s wallet has sent something, so that
          it does not do so twice.
        </p>
      )}
    </Notice>
  )
}
