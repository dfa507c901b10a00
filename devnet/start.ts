import { createServer } from 'vite'
import { editionFile } from '../build/brand/editionFile'
import { NEWCOMER } from './accounts'
import { appEnvironment } from './appEnvironment'
import { OPTIONS_HELP, parseCommandLine } from './commandLine'
import { DEPLOYMENT_FILE } from './deployment'
import { runUntilStopped } from './runUntilStopped'
import { startWithReport } from './startWithReport'
import { devnetWallets } from './wallet/vitePlugin'

const HELP = `npm start -- [options]   starts the devnet and the app on it

  --app-port N         port of the app (5173, or the next free one)
  --brand NAME         edition of the app, as in src/brand/editions (neutral)
${OPTIONS_HELP}`

const say = (line: string) => process.stdout.write(`${line}\n`)

await runUntilStopped(async (signal) => {
  const { help, words, appPort, brand, options } = parseCommandLine(process.argv.slice(2))
  if (help || words.length > 0) {
    say(HELP)
    return undefined
  }
  if (brand !== undefined) process.env.VITE_BRAND = brand
  // A wrong name is better said before the chain has lived its two days.
  editionFile(process.cwd(), process.env.VITE_BRAND)
  const devnet = await startWithReport({ ...options, deploymentFile: DEPLOYMENT_FILE, signal })
  try {
    Object.assign(process.env, appEnvironment(devnet.deployment), {
      // As the live pools of Arbitrum are known by theirs.
      VITE_KNOWN_POOLS: devnet.deployment.markets.map(({ pool }) => pool).join(),
    })
    // About a loader that Vite does not use yet.
    process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'
    const app = await createServer({
      mode: 'devnet',
      plugins: [devnetWallets(devnet.deployment)],
      server: { port: appPort },
      clearScreen: false,
      logLevel: 'warn',
    })
    await app.listen()
    const address = app.resolvedUrls?.local[0] ?? `http://localhost:${appPort}/`
    const people = devnet.deployment.accounts.filter(({ role }) => role === 'person')
    say(`\nOpen ${address}`)
    say(`Wallets in the connect dialog: ${people.map(({ name }) => name).join(', ')}.`)
    if (devnet.deployment.ethereum !== undefined)
      say(`${NEWCOMER} has nothing here yet: tokens and ETH are on Ethereum.`)
    say('Set prices, time and balances with npm run devnet -- --help. Stop with Ctrl-C.\n')
    return {
      died: devnet.died,
      async stop() {
        await app.close()
        await devnet.stop()
      },
    }
  } catch (error) {
    await devnet.stop()
    throw error
  }
})
