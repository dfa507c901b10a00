import { formatWad } from '../../format/formatRatio'
import { Slider } from './Slider'

/** Pulls at the skew, from a half to two. */
export function SkewSlider({
  skewWad,
  percent,
  onChange,
}: {
  skewWad: bigint
  percent: number
  onChange: (percent: number) => void
}) {
  return (
    <Slider
      label="Skew S"
      text={formatWad(skewWad, 2)}
      value={percent}
      min={50}
      max={200}
      step={5}
      onChange={onChange}
    />
  )
}
