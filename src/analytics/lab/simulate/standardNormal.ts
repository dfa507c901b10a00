import { logOf } from './portableMath'

const TWO_TO_MINUS_32 = 2 ** -32

/**
 * A standard normal number from a uniform 32-bit one: the inverse of the normal distribution at (uint32 + ½) / 2^32, by
 * Wichura's algorithm AS 241 (PPND16, Applied Statistics 37, 1988), good to about 1e-16. The 32 bits end it at ±6.34.
 *
 * Made of operations that are the same on every machine.
 */
export function standardNormal(uint32: number): number {
  const p = (uint32 + 0.5) * TWO_TO_MINUS_32
  const q = p - 0.5
  return q <= 0.425 && q >= -0.425 ? middle(q) : tail(p, q)
}

function middle(q: number): number {
  const r = 0.180625 - q * q
  return (
    (q *
      (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
        45921.95393154987) *
        r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
        3.3871328727963665)) /
    (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r +
      21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
      1)
  )
}

function tail(p: number, q: number): number {
  const root = Math.sqrt(-logOf(q < 0 ? p : 1 - p))
  // 2^-33, the least that 32 bits give, has a root of 4.78; the published formula beyond 5 is not needed.
  const r = root - 1.6
  const x =
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  return q < 0 ? -x : x
}
