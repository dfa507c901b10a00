/** Which dialog was asked for; `count` tells two equal wishes apart. */
export interface DialogRequest {
  readonly dialog: 'connect' | 'account'
  readonly count: number
}
