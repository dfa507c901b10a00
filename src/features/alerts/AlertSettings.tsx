import { useId, useState } from 'react'
import { ALERT_KINDS, type AlertKind } from '../../analytics/alerts/dueAlerts'
import { useStoredValue } from '../../data/storedValue'
import { alertSettings, parseSkewLimit, type AlertSettings as Settings } from './alertSettings'
import { alertsContent as content } from './content'
import { notificationsRefused } from './showNotification'

/** What the person is told. Each kind has its own switch. */
export function AlertSettings() {
  const settings = useStoredValue(alertSettings)
  const change = (part: Partial<Settings>) => alertSettings.set({ ...settings, ...part })
  const toggle = (kind: AlertKind, isOn: boolean) =>
    change({
      kinds: ALERT_KINDS.filter((one) => (one === kind ? isOn : settings.kinds.includes(one))),
    })
  return (
    <section
      aria-label={content.title}
      className="rounded-panel border border-line bg-surface px-4 py-2"
    >
      <details>
        <summary className="cursor-pointer py-1.5">
          <span className="font-semibold">{content.title}</span>{' '}
          <span className="text-muted">{content.on(settings.kinds.length)}</span>
        </summary>
        <p className="mt-2 max-w-prose text-xs text-muted">{content.intro}</p>
        <ul className="mt-3 space-y-1">
          {ALERT_KINDS.map((kind) => (
            <li key={kind}>
              <Switch
                label={content.kinds[kind]}
                isOn={settings.kinds.includes(kind)}
                onChange={(isOn) => toggle(kind, isOn)}
              />
              {kind === 'skew' && settings.kinds.includes('skew') && (
                <SkewLimit
                  value={settings.skewLimit}
                  onChange={(skewLimit) => change({ skewLimit })}
                />
              )}
              {kind === 'withdrawalReady' && (
                <p className="pl-7 text-xs text-muted">{content.withdrawalHint}</p>
              )}
            </li>
          ))}
        </ul>
        <Notifications
          isOn={settings.notifications}
          onChange={(notifications) => change({ notifications })}
        />
      </details>
    </section>
  )
}

function Switch({
  label,
  isOn,
  disabled = false,
  onChange,
}: {
  label: string
  isOn: boolean
  disabled?: boolean
  onChange: (isOn: boolean) => void
}) {
  return (
    <label className="flex min-h-9 items-center gap-3">
      <input
        type="checkbox"
        className="size-4 shrink-0"
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

/** Kept as typed: what is no number tells nothing, and is said. */
function SkewLimit({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId()
  const isBad = parseSkewLimit(value) === undefined
  return (
    <div className="pb-2 pl-7">
      <label htmlFor={id} className="text-xs text-muted">
        {content.limit}
      </label>
      <input
        id={id}
        className="mt-1 block min-h-9 w-28 rounded border border-line bg-canvas px-3"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={value}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={`mt-1 text-xs ${isBad ? 'text-short' : 'text-muted'}`}>
        {isBad ? content.badLimit : content.limitHint}
      </p>
    </div>
  )
}

/** The permission is asked for only when this is switched on. */
function Notifications({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const isRefused = useStoredValue(notificationsRefused)
  const canNotify = 'Notification' in window && window.isSecureContext && !isRefused
  const [isDenied, setIsDenied] = useState(canNotify && Notification.permission === 'denied')
  const isGranted = canNotify && Notification.permission === 'granted'
  const set = async (wanted: boolean) => {
    if (!wanted) return onChange(false)
    const permission = await Notification.requestPermission()
    setIsDenied(permission === 'denied')
    onChange(permission === 'granted')
  }
  return (
    <div className="mt-2 border-t border-line pt-2">
      <Switch
        label={content.notifications}
        isOn={isOn && isGranted}
        disabled={!canNotify}
        onChange={(wanted) => void set(wanted)}
      />
      {!canNotify && (
        <p className="text-xs text-muted">{isRefused ? content.refused : content.unavailable}</p>
      )}
      {isDenied && (
        <p role="status" className="text-xs text-short">
          {content.denied}
        </p>
      )}
    </div>
  )
}
