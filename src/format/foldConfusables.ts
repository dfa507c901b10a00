import { formatName } from './formatAddress'

/**
 * Letters that look like a Latin one, by that one: Cyrillic, Greek, Armenian, Cherokee, Lisu and small capitals. NFKD covers
 * wide, bold, circled and the like. Figures and letters that are taken for each other are below.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аАΑαᎪꓮᴀɑ',
  b: 'ВвΒβᏴꓐʙЬьƄ',
  c: 'сСϲϹᏟꓚᴄ',
  d: 'ԁᎠꓓᴅɗ',
  e: 'еЕΕεᎬꓰᴇєЄ',
  f: 'ꓝϜ',
  g: 'ɡᏀꓖԌ',
  h: 'һНнΗᎻꓧʜ',
  j: 'јЈꓙᴊ',
  k: 'кКΚκᏦꓗᴋ',
  l: 'іІΙιıӏӀᏞꓡꓲʟ',
  m: 'МмΜᎷꓟᴍ',
  n: 'ΝꓠɴոԤ',
  o: 'оОΟοօՕꓳᴏ',
  p: 'рРΡρᏢꓑᴘ',
  q: 'ԛ',
  r: 'Ꭱꓣʀгᴦ',
  s: 'ѕЅՏᏚꓢꜱ',
  t: 'ТтΤτᎢꓔᴛ',
  u: 'υՍսꓴᴜʋ',
  v: 'νѵѴᏙꓦᴠ',
  w: 'ԝѡᎳꓪᴡω',
  x: 'хХΧχꓫ',
  y: 'уУΥγүҮꓬʏ',
  z: 'ΖᏃꓜᴢ',
}

const LATIN = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, letters]) =>
    [...letters].map((letter) => [letter, latin] as const),
  ),
)
/** Taken for each other within the Latin alphabet. */
const SAME: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '|': 'l', '5': 's' }

/**
 * What a name looks like to the eye: two names that fold to the same text are easily taken for each other. For comparing alone,
 * never to be shown.
 */
export function foldConfusables(name: string): string {
  // Marks go first: a letter composed with one, such as Έ, is not in the table, and its base is.
  const letters = formatName(name, Number.POSITIVE_INFINITY)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return [...letters]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replace(/[01i|5]/g, (letter) => SAME[letter] ?? letter)
    .replace(/[\s._-]+/g, ' ')
    .trim()
}
