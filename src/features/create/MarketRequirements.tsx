import { Card } from '../../ui/Card'
import { createContent } from './content'

const content = createContent.requirements

/** What a market needs once it is created, and what its creator can do and receives. */
export function MarketRequirements({ isSma }: { isSma: boolean }) {
  return (
    <Card title={content.title}>
      <ul className="list-disc space-y-2 pl-4 text-muted">
        <li>{content.rebalances}</li>
        {isSma && <li>{content.samples}</li>}
        <li>{content.sides}</li>
        <li>{content.token}</li>
        <li>{content.role}</li>
        <li>{content.unverified}</li>
      </ul>
    </Card>
  )
}
