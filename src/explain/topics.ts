/** All there is to explain, with the question that its button asks. A new topic is a line here and one in `contents.ts`. */
export const TOPICS = {
  skew: 'What is skew?',
  effectiveLeverage: 'What is effective leverage?',
  rebalancingRate: 'What is the rebalancing rate?',
  powerLeverage: 'What is power leverage?',
  sma: 'What is an SMA?',
  queue: 'What is the queue?',
  escrow: 'What is escrow?',
}

export type TopicName = keyof typeof TOPICS
