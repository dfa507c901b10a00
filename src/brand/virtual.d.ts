/** The chosen file of `editions/`; resolved by `build/brand/virtualBrand.ts`. */
declare module 'virtual:brand' {
  export const edition: import('./brand').Brand
}

/** The chosen edition's tokens as CSS variables. */
declare module 'virtual:brand.css'
