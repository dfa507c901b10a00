import type { ConfigError } from './config'

/** Shown instead of the app when the build's environment cannot be used. */
export function ConfigProblem({ error }: { error: ConfigError }) {
  return (
    <main className="mx-auto max-w-2xl p-8">
      <h1 className="text-xl font-semibold">This deployment is misconfigured</h1>
      <p className="mt-2 text-muted">No request was sent. The operator needs to fix:</p>
      <ul className="mt-4 list-disc pl-6 font-mono text-sm">
        {error.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </main>
  )
}
