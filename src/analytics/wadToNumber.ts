import { WAD } from '../protocol/wad'

/** A wad in double precision, for estimates and drawings: 5 · 10^17 → 0.5. */
export function wadToNumber(wad: bigint): number {
  return Number(wad) / Number(WAD)
}
