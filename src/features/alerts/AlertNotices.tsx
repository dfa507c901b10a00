import { useNamesakes } from '../../data/useNamesakes'
import { formatNameAt } from '../../format/formatAddress'
import { Toast } from '../../ui/Toast'
import { alertSettings } from './alertSettings'
import { alertsContent as content } from './content'
import { showNotification } from './showNotification'
import { type RaisedAlert, useShownAlerts } from './useAlerts'

/** Alerts over the page, and in the browser's own notifications while the tab is in the background. */
export function AlertNotices() {
  const [shown, dismiss] = useShownAlerts(notify)
  const namesakes = useNamesakes()
  return (
    <div role="status" className="space-y-2 empty:hidden">
      {shown.map((alert) => (
        <Toast
          key={alert.key}
          to={alert.pool === undefined ? '/bridge' : `/pool/${alert.pool}`}
          linkText={content.view}
          dismissText={content.dismiss}
          onFollow={() => dismiss(alert.key)}
          onDismiss={() => dismiss(alert.key)}
        >
          {textOf(alert, alert.pool !== undefined && namesakes.has(alert.pool))}
        </Toast>
      ))}
    </div>
  )
}

function textOf({ kind, market }: RaisedAlert, isNamesake: boolean): string {
  const { name = '', address } = market?.facts ?? {}
  return content.texts[kind](formatNameAt(name, isNamesake ? address : undefined))
}

/** Alerts are on the page as well: where the browser shows none of its own, nothing else is lost. */
function notify(alerts: readonly RaisedAlert[]): void {
  if (!document.hidden || !alertSettings.get().notifications) return
  for (const alert of alerts) if (!showNotification(textOf(alert, false), alert.key)) return
}
