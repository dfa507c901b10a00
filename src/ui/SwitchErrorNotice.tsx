import { Notice } from './Notice'

/** Beside a button that asks the wallet for another network: what to do where it refused. */
export function SwitchErrorNotice({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div className="my-2 text-xs break-words">
      <Notice tone="warn">{text}</Notice>
    </div>
  )
}
