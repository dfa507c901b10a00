/** More could be what is looked for than one search looks at: what it has not found may be there. */
export class UnfinishedSearchError extends Error {
  override readonly name = 'UnfinishedSearchError'
  readonly code = 'UNFINISHED_SEARCH'
}
