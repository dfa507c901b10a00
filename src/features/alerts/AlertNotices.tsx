import { Link } from 'react-router'
import { useNamesakes } from '../../data/useNamesakes'
import { formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { alertSettings } from './alertSettings'
import { alertsContent as content } from './content'
import { showNotification } from './showNotification'
import { type RaisedAlert, useShownAlerts } from './useAlerts'

/** Alerts over the page at its lower edge, and in the browser's own notifications while the tab is in the background. */
export function AlertNotices() {
  const [shown, dismiss] = useShownAlerts(notify)
  const namesakes = useNamesakes()
  return (
    <div role="status" className="fixed right-4 bottom-4 left-4 z-10 space-y-2 empty:hidden">
      {shown.map((alert) => (
        <div
          key={alert.key}
          className="ml-auto flex w-fit flex-wrap items-center gap-x-2 rounded-panel border border-line border-l-4 border-l-accent bg-surface py-1 pr-1 pl-3 shadow-lg"
        >
          <span className="wrap-anywhere">
            {textOf(alert, alert.pool !== undefined && namesakes.has(alert.pool))}
          </span>
          <Link
            to={alert.pool === undefined ? '/bridge' : `/pool/${alert.pool}`}
            className="px-2 py-2 underline underline-offset-4"
            onClick={() => dismiss(alert.key)}
          >
            {content.view}
          </Link>
          <Button look="quiet" onClick={() => dismiss(alert.key)}>
            {content.dismiss}
          </Button>
        </div>
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
