import { transferLink } from '../../chain/bridge/bridgeLink'
import { useNetwork } from '../../data/NetworkContext'
import { ButtonLink } from '../../ui/ButtonLink'
import { Card } from '../../ui/Card'
import { bridgeContent } from './content'

const content = bridgeContent.deposit

/** What is needed on the pools' chain, and how to move it there. */
export function DepositCard() {
  const { chain } = useNetwork()
  return (
    <Card title={content.title}>
      <ul className="mb-3 list-disc space-y-1.5 pl-5">
        <li>{content.token}</li>
        <li>{content.eth(chain.name)}</li>
        <li>{content.time}</li>
      </ul>
      <ButtonLink href={transferLink({ to: 'arbitrum' })}>{bridgeContent.openBridge}</ButtonLink>
    </Card>
  )
}
