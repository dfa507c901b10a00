/**
 * A variable that `globalSetup.ts` leaves to the tests.
 *
 * @throws Error where it was not run
 */
export function environment(name: string): string {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is not set: run the browser tests with npm run test:browser`)
  return value
}
