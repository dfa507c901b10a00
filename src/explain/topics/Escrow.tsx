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
    words: `${PAID_TEXT} are in your wallet.`,
  },
  {
    place: 'Queue',
    amount: PAID_TEXT,
    name: 'committed',
    words: `You committed a mint: ${PAID_TEXT} wait in the pool for the upkeep, and cannot be taken back.`,
  },
  {
    place: 'Escrow',
    amount: MINTED_TEXT,
    name: 'executed',
    words: `The upkeep minted at ${PRICE_TEXT} USDC: ${MINTED_TEXT} tokens are yours, held by the committer; claim them, or commit from there.`,
  },
  {
    place: 'Wallet',
    amount: MINTED_TEXT,
    name: 'claimed',
    words: `You claimed: ${MINTED_TEXT} tokens are in your wallet.`,
  },
] as const

export default function Escrow({ id }: { id: string }) {
  const [index, setIndex] = useState(2)
  const step = STEPS[index] ?? STEPS[2]
  return (
    <Explanation
      id={id}
      title="Escrow"
      sentences={[
        'What an executed commit yields stays in the pool’s committer as your unclaimed balance, here called escrow, until you claim it.',
        'It is yours and worth the same as in your wallet, it can be committed again from there, and one claim pays out everything you have in that pool.',
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
