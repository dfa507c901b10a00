/** What the app was built with; made by `build/checkedEnvironment.ts`. */
declare module 'virtual:environment' {
  export const environment: import('./environment').Environment
}
