import { Button } from '../ui/Button'
import { setThemeMode, useThemeMode } from '../ui/themeMode'

/** Switches between the light and the dark look: with words in the menu, without where the menu is a row of links. */
export default function ThemeToggle() {
  const mode = useThemeMode()
  const next = mode === 'dark' ? 'light' : 'dark'
  const label = `Switch to ${next} mode`
  return (
    <Button
      look="quiet"
      className="px-2! lg:ml-auto"
      data-tip={label}
      onClick={() => setThemeMode(next)}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" fill="currentColor">
        {mode === 'dark' ? (
          <path d="M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM7.3 0h1.4v2.5H7.3zm0 13.5h1.4V16H7.3zM0 7.3h2.5v1.4H0zm13.5 0H16v1.4h-2.5zM2.8 1.8l1.8 1.8-1 1-1.8-1.8zm9.6 9.6 1.8 1.8-1 1-1.8-1.8zM1.8 13.2l1.8-1.8 1 1-1.8 1.8zm9.6-9.6 1.8-1.8 1 1-1.8 1.8z" />
        ) : (
          <path d="M6.2.9a7 7 0 1 0 8.9 8.9A6 6 0 0 1 6.2.9Z" />
        )}
      </svg>
      <span className="lg:sr-only">{label}</span>
    </Button>
  )
}
