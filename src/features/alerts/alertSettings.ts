import * as v from 'valibot'
import { ALERT_KINDS, type AlertKind } from '../../analytics/alerts/dueAlerts'
import { storedValue } from '../../data/storedValue'
import { parseAmount } from '../../format/parseAmount'
import { WAD } from '../../protocol/wad'

/** What the person wants to be told. Nothing at first. */
export interface AlertSettings {
  readonly kinds: readonly AlertKind[]
  /** As typed; {@link parseSkewLimit} says what it means. */
  readonly skewLimit: string
  /** Whether the browser shows them too while the tab is in the background. */
  readonly notifications: boolean
}

const OFF: AlertSettings = { kinds: [], skewLimit: '1.5', notifications: false }
const MAX_LIMIT = 1_000n * WAD

const schema = v.object({
  kinds: v.pipe(v.array(v.picklist(ALERT_KINDS)), v.maxLength(ALERT_KINDS.length)),
  skewLimit: v.pipe(v.string(), v.maxLength(20)),
  notifications: v.boolean(),
})

/** @param text As stored; anything that is none of ours is nothing switched on */
export function parseAlertSettings(text: string): AlertSettings {
  try {
    return v.parse(schema, JSON.parse(text))
  } catch {
    return OFF
  }
}

/** The limit as a wad; undefined where the text is no number above 1. */
export function parseSkewLimit(text: string): bigint | undefined {
  const parsed = parseAmount(text, 18, MAX_LIMIT)
  return parsed.ok && parsed.value > WAD ? parsed.value : undefined
}

export const alertSettings = storedValue('alerts.v1', parseAlertSettings, JSON.stringify)
