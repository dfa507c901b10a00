/** A figure in double precision. It is an estimate, and a page that shows it says so. */
export type Estimate = number
