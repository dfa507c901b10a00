import { type AppConfig, toConfig } from './config'
import { ConfigError, parseEnvironment } from './environment'

/**
 * The app's configuration from unchecked variables.
 *
 * @param baseUrl Address of the page, which RPC paths are relative to
 * @throws ConfigError also for variables that don't go together
 */
export function parseConfig(
  environment: Readonly<Record<string, unknown>>,
  baseUrl: string,
): AppConfig {
  const variables = parseEnvironment(environment)
  try {
    return toConfig(variables, baseUrl)
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)])
  }
}
