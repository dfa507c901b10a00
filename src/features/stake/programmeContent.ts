/** Every sentence about the liquidity mining programme. */
export const programmeContent = {
  title: 'The liquidity mining programme of 2022',
  history: 'This is history. No rewards of this programme are paid any more.',
  section: 'The programme',

  printed: {
    title: 'As announced',
    intro: 'Figures as printed in the articles.',
    supply: 'TCR supply',
    mining: 'For mining',
    miningHint: 'Share of the supply',
    miningValue: (percent: string, amount: string) => `${percent}: ${amount}`,
    first: 'First four weeks',
    ofMining: 'Share of what is for mining',
    firstValue: (percent: string, amount: string) => `${percent}: ${amount}`,
    sixMonths: 'Six months',
    week: (number: number) => `Week ${number}`,
    notPrinted: 'not printed',
    split: 'Split',
    splitValue: (token: string, lp: string) => `${token} pool tokens, ${lp} LP`,
    terms: 'Rewards by share, every hour; no vesting; claim any time. The split can be changed.',
    contradiction: (four: string, six: string) =>
      `The printed figures contradict each other: four weeks can’t pay out ${four} of the total if six months pay out ${six}.`,
    gap: (known: string, rest: string) =>
      `Weeks 1 and 2 add up to ${known}. ${rest} would be left for weeks 3 and 4 if the four-week figure held; no article says how they split it.`,
  },

  ran: {
    title: 'As it ran',
    intro: 'Week of 24 June 2022, TCR paid per market.',
    market: 'Market',
    tokens: 'Pool tokens',
    lp: 'LP tokens',
    total: 'Total',
    share: (token: string, lp: string, announced: string) =>
      `${token} went to pool token stakers and ${lp} to LP stakers, not the announced ${announced}.`,
    announced: (token: string, lp: string) => `${token} and ${lp}`,
  },

  calculator: {
    title: 'Split a weekly total',
    intro: 'Computes what each farm would receive. It sends nothing.',
    fields: {
      total: 'Weekly total',
      share: 'Share for pool token stakers',
      tokenFarms: 'Farms for pool tokens',
      lpFarms: 'Farms for LP tokens',
    },
    percent: '%',
    unit: 'TCR',
    perToken: 'Each farm for pool tokens',
    perLp: 'Each farm for LP tokens',
    leftOver: 'Not distributed',
    leftOverHint: 'What doesn’t divide evenly, and the share of a group without farms',
    over100: 'You can’t use more than 100%.',
    tooMany: 'Enter at most 1,000.',
    tooLarge: 'That’s above the maximum.',
  },
}
