import { AlertNotices } from '../features/alerts/AlertNotices'
import { ExecutedNotice } from './ExecutedNotice'
import { ReadyCount } from './ReadyCount'

/** News about the account’s orders, in one late file: the count in the header, or the notices over the page. */
export default function OrderNews({ show }: { show: 'count' | 'notice' }) {
  if (show === 'count') return <ReadyCount />
  return (
    <>
      <ExecutedNotice />
      <AlertNotices />
    </>
  )
}
