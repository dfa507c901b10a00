/** The words on other pages that lead to this one: those load without the rest. */
export const linkContent = { link: 'Liquidity on Balancer' }
