import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useConfig } from 'wagmi'
import { useNetwork } from './NetworkContext'
import { type ReadingState, type WalletReading, walletReadingOf } from './walletReading'

/** What the page reads the chain through, and how to change it. */
export function useWalletReading(): Pick<WalletReading, 'start' | 'stop' | 'dismiss'> & {
  readonly state: ReadingState
} {
  const reading = walletReadingOf(useConfig(), useNetwork(), useQueryClient())
  const { start, stop, dismiss } = reading
  const state = useSyncExternalStore(reading.subscribe, reading.get)
  return { state, start, stop, dismiss }
}
