import { darkTheme, lightTheme } from '@rainbow-me/rainbowkit'
import type { Brand } from '../../brand/brand'
import type { ThemeMode } from '../../ui/themeMode'

/** RainbowKit's theme from the brand's own tokens. */
export function rainbowKitTheme(
  brand: Pick<Brand, 'colors' | 'corners' | 'fontFamily'>,
  mode: ThemeMode,
): ReturnType<typeof lightTheme> {
  const colors = brand.colors[mode]
  const base = mode === 'dark' ? darkTheme() : lightTheme()
  return {
    ...base,
    blurs: { modalOverlay: 'none' },
    fonts: { body: brand.fontFamily },
    radii: {
      actionButton: brand.corners.control,
      connectButton: brand.corners.control,
      menuButton: brand.corners.control,
      modal: brand.corners.dialog,
      modalMobile: brand.corners.dialog,
    },
    colors: {
      ...base.colors,
      accentColor: colors.accent,
      accentColorForeground: colors.onAccent,
      connectButtonBackground: colors.raised,
      connectButtonText: colors.ink,
      error: colors.short,
      generalBorder: colors.line,
      menuItemBackground: colors.raised,
      modalBackground: colors.surface,
      modalBorder: colors.line,
      modalText: colors.ink,
      modalTextDim: colors.muted,
      modalTextSecondary: colors.muted,
    },
  }
}
