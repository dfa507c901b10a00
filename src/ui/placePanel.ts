interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 6
const MARGIN = 8

/**
 * Where a panel goes: beside the card around its button, right or left of it, where there is one and room; else below the button, else
 * above it, else at the bottom of the window over everything; never out of the window. CSS pixels.
 */
export function placePanel(
  button: { readonly left: number; readonly top: number; readonly bottom: number },
  panel: Size,
  viewport: Size,
  card?: { readonly left: number; readonly right: number },
): { left: number; top: number } {
  const farthestLeft = viewport.width - panel.width - MARGIN
  const farthestTop = viewport.height - panel.height - MARGIN
  const beside = card && [card.right + GAP, card.left - GAP - panel.width]
  const left = beside?.find((x) => x >= MARGIN && x <= farthestLeft)
  if (left !== undefined)
    return { left, top: Math.max(MARGIN, Math.min(button.top - 2 * MARGIN, farthestTop)) }
  const below = button.bottom + GAP
  const above = button.top - GAP - panel.height
  const top = below > farthestTop && above >= MARGIN ? above : Math.min(below, farthestTop)
  return {
    left: Math.max(MARGIN, Math.min(button.left - 2 * MARGIN, farthestLeft)),
    top: Math.max(MARGIN, top),
  }
}
