import { AlertNotices } from '../features/alerts/AlertNotices'
import { WalletReading } from '../features/walletReading/WalletReading'
import { ExecutedNotice } from './ExecutedNotice'
import { ReadyCount } from './ReadyCount'

/**
 * What there is to say to an account on every page, in one late file: the count in the header, or the notices around the page.
 * The way to read through the wallet is in it, since once it is needed its code may be as far away as the RPCs.
 */
export default function OrderNews({ show }: { show: 'count' | 'notice' }) {
  if (show === 'count') return <ReadyCount />
  return (
    <>
      <ExecutedNotice />
      <AlertNotices />
      <WalletReading />
    </>
  )
}
