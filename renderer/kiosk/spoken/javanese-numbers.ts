const units = ['nol', 'setunggal', 'kalih', 'tiga', 'sekawan', 'gangsal', 'enem', 'pitu', 'wolu', 'sanga'];
/** What stands before "dasa" and "atus": 2 … 9. */
const joined = ['', '', 'kalih', 'tigang', 'kawan', 'gangsal', 'enem', 'pitung', 'wolung', 'sangang'];
const special: Readonly<Record<number, string>> = {
  10: 'sedasa',
  11: 'sewelas',
  21: 'selikur',
  25: 'selangkung',
  50: 'seket',
  60: 'sewidak',
  100: 'satus',
};

/** A whole number from 0 to 999 in Javanese krama: `kalih welas`, `tigang dasa`. docs/javanese.md: to be heard by a speaker. */
export function javaneseNumber(value: number): string {
  const own = special[value];
  if (own !== undefined) return own;
  const unit = units[value % 10] ?? '';
  if (value < 10) return unit;
  if (value < 20) return `${unit} welas`;
  if (value > 20 && value < 30) return `${unit} likur`;
  const size = value < 100 ? 10 : 100;
  const count = Math.floor(value / size);
  const whole = special[count * size] ?? `${joined[count]} ${size === 10 ? 'dasa' : 'atus'}`;
  const rest = value % size;
  return rest === 0 ? whole : `${whole} ${javaneseNumber(rest)}`;
}
