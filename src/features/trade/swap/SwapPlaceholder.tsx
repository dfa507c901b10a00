/** As much room as the closed section takes. */
export function SwapPlaceholder() {
  return <div aria-hidden="true" className="h-14 rounded border border-line max-sm:h-15" />
}
