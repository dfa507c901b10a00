import { Notice } from './Notice'

/** Beside a button that asks the wallet for another network: what to do where it refused. */
export function SwitchTrouble({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div className="my-2 text-left text-xs break-words whitespace-normal">
      <Notice tone="warn">{text}</Notice>
    </div>
  )
}
