import { ExecutedNotice } from './ExecutedNotice'
import { ReadyCount } from './ReadyCount'

/** News about the account’s orders, in one late file: the count in the header, or the notice over the page. */
export default function OrderNews({ show }: { show: 'count' | 'notice' }) {
  return show === 'count' ? <ReadyCount /> : <ExecutedNotice />
}
