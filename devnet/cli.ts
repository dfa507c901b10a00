import { OPTIONS_HELP, parseCommandLine } from './commandLine'
import { COMMANDS_HELP, runCommand } from './commands'
import { DEPLOYMENT_FILE } from './deployment'
import { runUntilStopped } from './runUntilStopped'
import { startWithReport } from './startWithReport'

const HELP = `npm run devnet -- [options]   starts a local chain with the real contracts
npm run devnet -- command     talks to the one that is running

${OPTIONS_HELP}

${COMMANDS_HELP}`

const say = (line: string) => process.stdout.write(`${line}\n`)

await runUntilStopped(async (signal) => {
  const { help, words, options } = parseCommandLine(process.argv.slice(2))
  if (help) {
    say(HELP)
    return undefined
  }
  if (words.length > 0) {
    await runCommand(words, DEPLOYMENT_FILE, say)
    return undefined
  }
  const devnet = await startWithReport({ ...options, deploymentFile: DEPLOYMENT_FILE, signal })
  say('Stop it with Ctrl-C. Other commands: npm run devnet -- --help\n')
  return devnet
})
