import { useState } from 'react'
import { Button } from '../../ui/Button'
import { labContent as content } from './content'

/** Copies the link of what is shown, and says so. */
export function CopyLink() {
  const [said, setSaid] = useState<string>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid(content.copied)
    } catch {
      setSaid(content.copyFailed)
    }
  }
  return (
    <p className="flex items-center">
      <span role="status" className="mr-3 text-xs text-muted empty:hidden">
        {said}
      </span>
      <Button onClick={() => void copy()}>{content.copyLink}</Button>
    </p>
  )
}
