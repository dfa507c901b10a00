import { type Devnet, startDevnet } from './devnet'
import type { DevnetOptions } from './devnetOptions'

/** Starts a devnet in which nothing happens on its own, with no past but its funding. */
export function startQuietDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  return startDevnet({ pastSec: 0, keeper: false, walk: false, blockTimeSec: 3_600, ...options })
}
