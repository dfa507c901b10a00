import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../../ui/Button'
import { portfolioContent } from './content'

const { watch: watchContent } = portfolioContent

/**
 * Watches any address, which stands in the URL so that the page can be shared.
 *
 * @param isBad Whether what is shown isn’t a valid address, so that nothing is watched
 */
export function WatchForm({ shown, isBad }: { shown: string | undefined; isBad: boolean }) {
  const [text, setText] = useState(shown ?? '')
  const navigate = useNavigate()
  const watch = (account: string) =>
    navigate(account === '' ? '/portfolio' : `/portfolio?account=${encodeURIComponent(account)}`)
  return (
    <form
      className="flex w-full flex-wrap justify-end gap-2 sm:w-auto sm:flex-1"
      onSubmit={(event) => {
        event.preventDefault()
        void watch(text.trim())
      }}
    >
      <input
        aria-label={watchContent.label}
        aria-invalid={isBad}
        placeholder={watchContent.placeholder}
        className="min-h-9 max-w-md min-w-0 flex-1 rounded border border-line bg-canvas px-3 font-mono text-xs placeholder:text-muted max-sm:min-h-10"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{watchContent.start}</Button>
      {shown !== undefined && (
        <Button look="quiet" onClick={() => void watch('')}>
          {isBad ? watchContent.clear : watchContent.stop}
        </Button>
      )}
    </form>
  )
}
