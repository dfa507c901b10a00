import type { Plugin } from 'vite'
import type { Environment } from '../src/app/environment'

const NAME = 'virtual:environment'

/** Makes `virtual:environment` the checked variables, so that no browser has to check them, or to load what does. */
export function checkedEnvironment(environment: Environment): Plugin {
  return {
    name: 'checked-environment',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const environment = ${JSON.stringify(environment)}` : undefined,
  }
}
