import type { ButtonHTMLAttributes } from 'react'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:brightness-110 font-semibold',
  secondary: 'bg-raised text-ink border border-edge hover:border-muted',
  quiet: 'text-muted hover:text-ink hover:bg-raised',
} as const

/** The app's button. `type` is `button` unless said otherwise, so that it never submits a form by accident. */
export function Button({
  look = 'secondary',
  className = '',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof LOOKS }) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 max-sm:min-h-11 items-center justify-center gap-2 rounded px-3 py-1.5 whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-50 aria-busy:animate-pulse aria-busy:cursor-progress ${LOOKS[look]} ${className}`}
      {...rest}
    />
  )
}
