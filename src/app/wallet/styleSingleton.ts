import { useEffect } from 'react'
import { adoptStyle } from './adoptStyle'

/**
 * Stands in for the package `react-style-singleton`, with which RainbowKit's dialogs keep the page behind them from
 * scrolling, and which writes `<style>` elements. While several are there, the styles of the first hold.
 */
export function styleSingleton() {
  let users = 0
  let remove: () => void
  // biome-ignore lint/correctness/noComponentHookFactories: the package's users make their component once, at module level
  return function AdoptedStyle({ styles }: { styles: string }) {
    useEffect(() => {
      if (users === 0) remove = adoptStyle(styles)
      users += 1
      return () => {
        users -= 1
        if (users === 0) remove()
      }
    }, [styles])
    return null
  }
}
