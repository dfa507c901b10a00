/** The words on other pages that lead to this one: those load without the rest. */
export const linkContent = {
  link: 'Liquidity on Balancer',
  why: 'Earn fees when others swap.',
}

/** As high as the link with its line, so that nothing moves when it comes. */
export const LINK_ROOM = 'mt-3 min-h-9 max-sm:min-h-11'
