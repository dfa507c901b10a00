/** Something with an address, and a name that its contract gives it. */
export interface Named {
  readonly address: string
  readonly name: string
}
