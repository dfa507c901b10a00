import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Makes links that keep on watching the account that the current page's link watches, if it does. */
export function useAccountLink(): (path: string) => string {
  const [params] = useSearchParams()
  const watched = params.get('account')
  return useCallback(
    (path) => {
      if (watched === null) return path
      const query = new URLSearchParams({ account: watched })
      return `${path}${path.includes('?') ? '&' : '?'}${query}`
    },
    [watched],
  )
}
