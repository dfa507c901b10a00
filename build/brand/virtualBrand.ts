import type { Plugin } from 'vite'

/** Makes `virtual:brand` one edition's file: nothing of the others gets into what is built. */
export function virtualBrand(file: string): Plugin {
  return {
    name: 'virtual-brand',
    enforce: 'pre',
    resolveId: (id) => (id === 'virtual:brand' ? file : undefined),
  }
}
