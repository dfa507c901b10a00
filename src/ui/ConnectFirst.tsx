import { Button } from './Button'

/** What there would be to see with an account, and the button that connects one. */
export function ConnectFirst({
  text,
  wallet,
}: {
  text: string
  /** What `useReadyWallet` returns without an account. */
  wallet:
    | { readonly isReady: true }
    | {
        readonly isReady: false
        readonly label: string
        readonly button: {
          readonly onClick: () => void
          readonly onPointerEnter?: () => void
          readonly disabled?: boolean
          readonly 'aria-busy'?: boolean
        }
      }
}) {
  return (
    <div className="space-y-3">
      <p className="max-w-prose">{text}</p>
      {!wallet.isReady && (
        <Button look="primary" {...wallet.button}>
          {wallet.label}
        </Button>
      )}
    </div>
  )
}
