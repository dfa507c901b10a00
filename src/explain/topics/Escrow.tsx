import { useState } from 'react'
import { quadToWad } from '../../analytics/poolFigures'
import { formatAmount } from '../../format/formatAmount'
import { formatWad } from '../../format/formatRatio'
import { getMint, getPrice } from '../../protocol/poolSwapLibrary'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { handleX, Picture } from '../parts/Picture'
import { Slider } from '../parts/Slider'

const USDC = 10n ** 6n
const PAID = 100n * USDC
const PRICE = getPrice(1_250_000n * USDC, 1_000_000n * USDC)
const MINTED = getMint(PRICE, PAID)
const PAID_TEXT = `${formatAmount(PAID, 6)} USDC`
const MINTED_TEXT = `${formatAmount(MINTED, 6)} L`
const PRICE_TEXT = formatWad(quadToWad(PRICE), 2)

const STEPS = [
  {
    place: 'Wallet',
    amount: PAID_TEXT,
    name: 'before',
    words: `Your ${PAID_TEXT} is in your wallet.`,
  },
  {
    place: 'Queue',
    amount: PAID_TEXT,
    name: 'committed',
    words: `You committed a mint. Your ${PAID_TEXT} is in the pool until the rebalance and can’t be withdrawn.`,
  },
  {
    place: 'Escrow',
    amount: MINTED_TEXT,
    name: 'executed',
    words: `The rebalance minted at ${PRICE_TEXT} USDC. Your ${MINTED_TEXT} tokens are in escrow. Claim them, or commit from escrow.`,
  },
  {
    place: 'Wallet',
    amount: MINTED_TEXT,
    name: 'claimed',
    words: `You claimed. Your ${MINTED_TEXT} tokens are in your wallet.`,
  },
] as const

export default function Escrow({ id }: { id: string }) {
  const [index, setIndex] = useState(2)
  const step = STEPS[index] ?? STEPS[2]
  return (
    <Explanation
      id={id}
      title="Escrow"
      example={`Example figures, not a live pool’s: a mint at ${PRICE_TEXT} USDC per token.`}
      sentences={[
        'Escrow is your unclaimed balance in the pool’s committer: it holds the result of your executed commits until you claim it.',
        'It’s worth the same as in your wallet and you can commit from it, and one claim pays out everything you have in that pool.',
      ]}
    >
      <Picture height={74}>
        <line x1={handleX(0, 0, 3)} x2={handleX(3, 0, 3)} y1="62" y2="62" className="stroke-line" />
        {STEPS.map((each, position) => (
          <Place key={each.name} position={position} step={each} isHere={each === step} />
        ))}
      </Picture>
      <Slider
        label="A mint, step by step"
        text={`${index + 1} of 4: ${step.name}`}
        value={index}
        min={0}
        max={STEPS.length - 1}
        onChange={setIndex}
      />
      <Outcome>{step.words}</Outcome>
    </Explanation>
  )
}

function Place({
  position,
  step,
  isHere,
}: {
  position: number
  step: (typeof STEPS)[number]
  isHere: boolean
}) {
  const width = 72
  const dot = handleX(position, 0, STEPS.length - 1)
  const left = position * ((320 - width) / (STEPS.length - 1))
  const middle = left + width / 2
  return (
    <>
      <rect
        x={left + 0.5}
        y="0.5"
        width={width - 1}
        height="40"
        rx="4"
        className={isHere ? 'fill-raised stroke-accent' : 'fill-none stroke-line'}
      />
      <text
        x={middle}
        y="16"
        textAnchor="middle"
        className={isHere ? 'fill-ink font-semibold' : 'fill-muted'}
      >
        {step.place}
      </text>
      <text x={middle} y="32" textAnchor="middle" className={isHere ? 'fill-ink' : 'fill-muted'}>
        {isHere ? step.amount : step.name}
      </text>
      <path
        d={`M${middle} 41L${dot} 62`}
        className={isHere ? 'stroke-accent' : 'stroke-line'}
        strokeWidth="1"
      />
      <circle cx={dot} cy="62" r="4" className={isHere ? 'fill-accent' : 'fill-line'} />
    </>
  )
}
