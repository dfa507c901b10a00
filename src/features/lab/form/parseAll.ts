import type { Parsed } from './parseField'

type Fields = Readonly<Record<string, Parsed<unknown>>>

/** Why fields mean nothing, a sentence for each that does not. */
export type Problems = Readonly<Partial<Record<string, string>>>

/** Several fields, read together: all of their values, or what is wrong with which. */
export type ParsedAll<fields extends Fields> =
  | {
      readonly ok: true
      readonly values: {
        readonly [key in keyof fields]: fields[key] extends Parsed<infer value> ? value : never
      }
    }
  | { readonly ok: false; readonly problems: Problems }

export function parseAll<fields extends Fields>(fields: fields): ParsedAll<fields> {
  const entries = Object.entries(fields)
  const problems = entries.flatMap(([key, parsed]) =>
    parsed.ok ? [] : [[key, parsed.problem] as const],
  )
  if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems) }
  const values = entries.map(([key, parsed]) => [key, parsed.ok ? parsed.value : undefined])
  return { ok: true, values: Object.fromEntries(values) } as ParsedAll<fields>
}
