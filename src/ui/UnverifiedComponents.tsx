import { formatAddress, formatName } from '../format/formatAddress'
import type { Named } from '../format/named'
import { AddressLink } from './AddressLink'
import { describeUnverifiedComponent } from './describeUnverifiedComponent'
import { Tooltip } from './Tooltip'

/** A component of a market that is not known, and what it is easily taken for. */
interface Component {
  readonly kind: Parameters<typeof describeUnverifiedComponent>[0]
  readonly address: string
  readonly likeness: Named | undefined
  /** It is the account that looks at it. */
  readonly isOwn: boolean
}

/**
 * The components of a market that are not known, with their addresses and what each can take.
 *
 * @param brief In a few words each
 */
export function UnverifiedComponents({
  components,
  explorerUrl,
  brief = false,
}: {
  components: readonly Component[]
  explorerUrl: string | undefined
  brief?: boolean
}) {
  return (
    <ul className="mt-1 space-y-1">
      {components.map(({ kind, address, likeness, isOwn }) => {
        const { label, takes, can } = describeUnverifiedComponent(kind)
        return (
          <li key={kind}>
            <strong className="font-semibold">{label}</strong>{' '}
            <AddressLink address={address} label={label} explorerUrl={explorerUrl} />{' '}
            {isOwn ? 'is your own account.' : brief ? `can ${can}.` : takes}
            {likeness !== undefined && (
              <>
                {' '}
                It imitates <bdi>{formatName(likeness.name)}</bdi>, which is at{' '}
                <Tooltip text={likeness.address}>
                  <span className="font-mono text-xs whitespace-nowrap" translate="no">
                    {formatAddress(likeness.address)}
                  </span>
                </Tooltip>
                .
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
