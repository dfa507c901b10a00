import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isNode, parseSource, type SyntaxNode, textOf, visit } from './brand/testing/syntax'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Two words of letters with a space between them: a sentence or a label that belongs in the feature's content module. */
const TWO_WORDS = /\p{L}[\p{L}’']*[,;:.]?\s+\p{L}/u

/** Attributes whose value no one reads. */
const NOT_READ =
  /^(\w*[cC]lass(Name)?|href|to|d|key|id|htmlFor|style|type|role|rel|target|viewBox|points|transform|fill|stroke\w*|preserveAspectRatio|autoComplete|inputMode|pattern|look|data-.*|aria-(controls|describedby|labelledby|owns))$/

/** Components whose sentences are still to be moved to their content module. The lists only get shorter, and end empty. */
const NOT_YET: { readonly markup: readonly string[]; readonly expressions: readonly string[] } = {
  markup: [
    'src/features/account/EscrowActions.tsx',
    'src/features/account/PositionCard.tsx',
    'src/features/approvals/Approvals.tsx',
    'src/features/bridge/BothSides.tsx',
    'src/features/bridge/BridgeHint.tsx',
    'src/features/bridge/BridgePage.tsx',
    'src/features/bridge/Coming.tsx',
    'src/features/bridge/Leaving.tsx',
    'src/features/bridge/WithdrawalRow.tsx',
    'src/features/bridge/Withdrawals.tsx',
    'src/features/bridge/hintWords.tsx',
    'src/features/bridge/moneyWords.tsx',
    'src/features/create/CreateButton.tsx',
    'src/features/create/CreatePage.tsx',
    'src/features/create/FindingText.tsx',
    'src/features/create/MarketFields.tsx',
    'src/features/create/OthersMaking.tsx',
    'src/features/create/WhatItTakes.tsx',
    'src/features/keeper/DueMarkets.tsx',
    'src/features/keeper/PerformButton.tsx',
    'src/features/keeper/UpkeepOffer.tsx',
    'src/features/markets/BestSkew.tsx',
    'src/features/markets/BestSkewBox.tsx',
    'src/features/markets/MarketCards.tsx',
    'src/features/markets/MarketFilters.tsx',
    'src/features/markets/MarketTableRow.tsx',
    'src/features/markets/MarketsPage.tsx',
    'src/features/markets/OtherMarkets.tsx',
    'src/features/markets/SortBy.tsx',
    'src/features/pending/ExecutedOrders.tsx',
    'src/features/pending/LogTrouble.tsx',
    'src/features/pending/OrderRow.tsx',
    'src/features/pending/PendingCommits.tsx',
    'src/features/pending/PendingIntervals.tsx',
    'src/features/pending/PromiseKept.tsx',
    'src/features/pool/ChangeTable.tsx',
    'src/features/pool/NextRebalance.tsx',
    'src/features/pool/PoolDetails.tsx',
    'src/features/pool/PoolHeader.tsx',
    'src/features/pool/PoolMissing.tsx',
    'src/features/pool/PoolQueue.tsx',
    'src/features/pool/TransferChart.tsx',
    'src/features/pool/UnverifiedNotice.tsx',
    'src/features/pool/history/AttemptRow.tsx',
    'src/features/pool/history/HistoryCard.tsx',
    'src/features/pool/history/PastUpkeeps.tsx',
    'src/features/portfolio/ClaimAll.tsx',
    'src/features/portfolio/HoldingCard.tsx',
    'src/features/portfolio/PortfolioPage.tsx',
    'src/features/portfolio/Totals.tsx',
    'src/features/portfolio/VeBal.tsx',
    'src/features/portfolio/WatchForm.tsx',
    'src/features/trade/AutoClaim.tsx',
    'src/features/trade/BalNote.tsx',
    'src/features/trade/CutOff.tsx',
    'src/features/trade/MoreOptions.tsx',
    'src/features/trade/NowOrLater.tsx',
    'src/features/trade/OrderEffects.tsx',
    'src/features/trade/OutcomeLadder.tsx',
    'src/features/trade/PayoffChart.tsx',
    'src/features/trade/SubmitOrder.tsx',
    'src/features/trade/Ticket.tsx',
    'src/features/trade/TicketPreview.tsx',
    'src/features/trade/UnverifiedConsent.tsx',
    'src/features/trade/guide/FirstMint.tsx',
    'src/features/transactions/ApprovalLeft.tsx',
    'src/features/transactions/DoubtNotice.tsx',
    'src/features/transactions/FlowSteps.tsx',
    'src/features/transactions/OrderTerms.tsx',
    'src/features/transactions/TransactionsPage.tsx',
    'src/features/transactions/UpkeepResult.tsx',
    'src/features/treasury/ClaimFees.tsx',
    'src/features/treasury/FeeTotals.tsx',
    'src/features/treasury/PaidTo.tsx',
    'src/features/treasury/PoolFees.tsx',
    'src/features/treasury/TreasuryPage.tsx',
  ],
  expressions: [
    'src/features/approvals/Approvals.tsx',
    'src/features/bridge/BridgePage.tsx',
    'src/features/bridge/Withdrawals.tsx',
    'src/features/bridge/hintWords.tsx',
    'src/features/bridge/moneyWords.tsx',
    'src/features/create/CreatePage.tsx',
    'src/features/create/OthersMaking.tsx',
    'src/features/create/PlannedParts.tsx',
    'src/features/keeper/DueMarkets.tsx',
    'src/features/keeper/PerformButton.tsx',
    'src/features/markets/BestSkew.tsx',
    'src/features/markets/MarketCards.tsx',
    'src/features/markets/MarketsPage.tsx',
    'src/features/markets/SortBy.tsx',
    'src/features/markets/UnverifiedMarkets.tsx',
    'src/features/pending/LogTrouble.tsx',
    'src/features/pending/OrderRow.tsx',
    'src/features/pending/PendingCommits.tsx',
    'src/features/pending/PendingIntervals.tsx',
    'src/features/pool/ChangeTable.tsx',
    'src/features/pool/NextRebalance.tsx',
    'src/features/pool/PoolDetails.tsx',
    'src/features/pool/PoolHeader.tsx',
    'src/features/pool/PoolQueue.tsx',
    'src/features/pool/TransferChart.tsx',
    'src/features/pool/UnverifiedNotice.tsx',
    'src/features/pool/history/AttemptRow.tsx',
    'src/features/pool/history/CsvButton.tsx',
    'src/features/pool/history/HistoryCard.tsx',
    'src/features/pool/history/HistoryStatus.tsx',
    'src/features/pool/history/HistoryTable.tsx',
    'src/features/portfolio/ClaimAll.tsx',
    'src/features/portfolio/PortfolioPage.tsx',
    'src/features/trade/AutoClaim.tsx',
    'src/features/trade/MoreOptions.tsx',
    'src/features/trade/OrderEffects.tsx',
    'src/features/trade/OutcomeLadder.tsx',
    'src/features/trade/QueueRoom.tsx',
    'src/features/trade/Ticket.tsx',
    'src/features/trade/TicketPreview.tsx',
    'src/features/trade/UnverifiedConsent.tsx',
    'src/features/trade/guide/FirstMint.tsx',
    'src/features/transactions/OrderTerms.tsx',
    'src/features/transactions/Transactions.tsx',
    'src/features/transactions/TransactionsPage.tsx',
    'src/features/treasury/ClaimFees.tsx',
    'src/features/treasury/FeeTotals.tsx',
    'src/features/treasury/PaidTo.tsx',
    'src/features/treasury/PoolFees.tsx',
    'src/features/treasury/TreasuryPage.tsx',
  ],
}

interface Literals {
  /** JSX text, and attributes that are a literal. */
  readonly markup: readonly string[]
  /** Literals in `{…}`, such as both ends of a condition. */
  readonly expressions: readonly string[]
}

function literalsOf(file: string, source: string): Literals {
  const markup: string[] = []
  const expressions: string[] = []
  visit(parseSource(file, source), (node, above) => {
    const text = node.type === 'JSXText' ? String(node.value) : textOf(literal(node))
    if (text === undefined || !TWO_WORDS.test(text) || isUnread(above)) return
    const [parent] = above
    const isMarkup = node.type === 'JSXText' || parent?.type === 'JSXAttribute'
    if (isMarkup) markup.push(squeezed(text))
    else if (isInMarkup(above)) expressions.push(squeezed(text))
  })
  return { markup, expressions }
}

/** Only the literals themselves: `textOf` also looks through what wraps them. */
function literal(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'Literal' || node.type === 'TemplateLiteral' ? node : undefined
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function isUnread(above: readonly SyntaxNode[]): boolean {
  const attribute = above.find(({ type }) => type === 'JSXAttribute' || type === 'JSXElement')
  if (attribute?.type !== 'JSXAttribute') return false
  // `xlink:href` has a name of two parts.
  const { name } = attribute
  return isNode(name) && NOT_READ.test(typeof name.name === 'string' ? name.name : 'href')
}

/** Whether the nearest function or element above is an element: what a callback in it computes is not markup. */
function isInMarkup(above: readonly SyntaxNode[]): boolean {
  const nearest = above.find(({ type }) => /Function|^JSX(Element|Fragment)$/.test(type))
  return nearest?.type.startsWith('JSX') ?? false
}

const FILES = readdirSync(join(ROOT, 'src/features'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  .filter((file) => /(?<!\.test)\.tsx$/.test(file) && !file.endsWith('/content.tsx'))

describe('a feature’s components hold no sentences', () => {
  const found = new Map(
    FILES.map((file) => [file, literalsOf(file, readFileSync(join(ROOT, file), 'utf8'))]),
  )

  it.each(['markup', 'expressions'] as const)('in %s', (kind) => {
    const all = [...found].flatMap(([file, literals]) =>
      NOT_YET[kind].includes(file) ? [] : literals[kind].map((text) => `${file}: ${text}`),
    )
    expect(all).toEqual([])
  })

  it.each(['markup', 'expressions'] as const)(
    'and those converted leave the list, in %s',
    (kind) => {
      expect(NOT_YET[kind].filter((file) => (found.get(file)?.[kind] ?? []).length === 0)).toEqual(
        [],
      )
    },
  )

  it('tells sentences from words, class names and values', () => {
    const source = `
      const label = 'not in markup'
      const one = (
        <Row label="In your wallet" className="mt-2 flex" note={\`Fee of \${fee} paid\`}>
          Claim
          <p title={isOpen ? 'Show all markets' : 'Less'}>Your {figure} in escrow</p>
          <Button onClick={() => send('two words')} path="M0 0" />
        </Row>
      )`
    expect(literalsOf('x.tsx', source)).toEqual({
      markup: ['In your wallet', 'in escrow'],
      expressions: ['Fee of … paid', 'Show all markets'],
    })
  })
})
