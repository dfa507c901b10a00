import { Link, useLocation } from 'react-router'
import { transferLink } from '../../chain/bridge/bridgeLink'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { useNetworkSwitch } from '../../data/useNetworkSwitch'
import { Button } from '../../ui/Button'
import { ButtonLink } from '../../ui/ButtonLink'
import { Notice } from '../../ui/Notice'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { bridgeContent } from './content'
import { describeHint } from './describeHint'
import { dismissHint } from './hintMemory'
import { type DueHint, useDueHint } from './useDueHint'

/** Says what the connected wallet needs before it can use these pools; nothing where it has all it needs. */
export function BridgeHint({
  pools,
  isNextStep = false,
}: {
  pools: readonly PoolAtBlock[]
  /** There is nothing else to do on the page. */
  isNextStep?: boolean
}) {
  const hint = useDueHint(pools)
  return hint && <HintNotice hint={hint} isNextStep={isNextStep} />
}

/** A hint with what to do about it. */
export function HintNotice({ hint, isNextStep = false }: { hint: DueHint; isNextStep?: boolean }) {
  const { chain } = useNetwork()
  const { switchNetwork, isPending, trouble } = useNetworkSwitch()
  const isOnPage = useLocation().pathname === '/bridge'
  const { text, action } = describeHint(hint, chain.name)
  return (
    <Notice>
      <p>{text}</p>
      <SwitchErrorNotice text={trouble} />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {action.kind === 'link' &&
          [action, ...(action.also ?? [])].map(({ href, label }, index) => (
            <ButtonLink
              key={href}
              href={href}
              look={isNextStep && index === 0 ? 'primary' : 'secondary'}
            >
              {label}
            </ButtonLink>
          ))}
        {action.kind === 'switch' && (
          <Button
            look={isNextStep ? 'primary' : 'secondary'}
            disabled={isPending}
            onClick={switchNetwork}
          >
            {action.label}
          </Button>
        )}
        {action.kind === 'readOn' &&
          (isOnPage ? (
            action.canBridge && (
              <ButtonLink href={transferLink({ to: 'arbitrum' })}>
                {bridgeContent.openBridge}
              </ButtonLink>
            )
          ) : (
            <Link to="/bridge" className="underline underline-offset-4">
              {action.label}
            </Link>
          ))}
        <button
          type="button"
          className="ml-auto rounded px-2 py-1 text-xs text-muted hover:text-ink max-sm:min-h-10"
          onClick={() => dismissHint(hint.account, hint.kind, hint.row?.token.address)}
        >
          {bridgeContent.hint.dismiss}
        </button>
      </div>
    </Notice>
  )
}
