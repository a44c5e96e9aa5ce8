import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ask } from '../requests.ts';
import { median, percentile, runHeadless } from './run-headless.mjs';

const sentences = 40;
/** Of the 300 ms between a key and the first sound, what the page leaves: it decodes the sound and begins it. */
const budgetMs = 220;
const numbers = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan'];

/**
 * From asking for a sentence's sound until it is there: one that nobody asked for before, beside espeak-ng alone, turn by turn,
 * and one that is kept. Nothing where this machine has no espeak-ng.
 */
export async function benchSpeech() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const said = Array.from({ length: sentences }, (_, at) => sentenceOf(at));
  const sound = async (text) => {
    const began = performance.now();
    await ask(antre.url, '', 'GET', `/sound?${new URLSearchParams({ language: 'id', text })}`);
    return performance.now() - began;
  };
  const made = [];
  const alone = [];
  try {
    // The synthesiser is looked for once.
    await sound('Selamat datang.');
    for (const text of said) {
      made.push(await sound(text));
      alone.push(await espeakAlone(text));
    }
  } catch (error) {
    await antre.stop();
    antre.remove();
    if (!/speech_unavailable/.test(String(error))) throw error;
    console.error('No espeak-ng here: speech is not measured.');
    return [];
  }
  const kept = [];
  for (const text of said) kept.push(await sound(text));
  await antre.stop();
  antre.remove();
  const p95 = percentile(made, 0.95);
  const ratio = median(made) / median(alone);
  const keptMs = percentile(kept, 0.95);
  return [
    {
      what: `a new sentence’s sound (${sentences})`,
      figure: `p95 ${p95.toFixed(0)} ms, median ${median(made).toFixed(0)} ms`,
      budget: `p95 ≤ ${budgetMs} ms`,
      value: p95,
      better: 'lower',
      within: p95 <= budgetMs,
    },
    {
      what: 'the same beside espeak-ng alone',
      figure: `${ratio.toFixed(2)} times`,
      budget: '≤ 2 times',
      value: ratio,
      better: 'lower',
      within: ratio <= 2,
    },
    {
      what: 'the same sound once it is kept',
      figure: `p95 ${keptMs.toFixed(0)} ms`,
      budget: 'p95 ≤ 50 ms',
      value: keptMs,
      better: 'lower',
      within: keptMs <= 50,
    },
  ];
}

/** As long as what is said of a counter, and never the same. */
function sentenceOf(at) {
  const [tens, ones] = [numbers[Math.floor(at / numbers.length)], numbers[at % numbers.length]];
  return `Dindukcapil, buka, ${tens} puluh ${ones} orang menunggu, kira-kira ${ones} puluh menit.`;
}

async function espeakAlone(text) {
  const began = performance.now();
  const parameters = ['-v', 'id', '-s', '132', '-p', '42', '--stdout', text];
  await promisify(execFile)('espeak-ng', parameters, { encoding: 'buffer', maxBuffer: 2 ** 24 });
  return performance.now() - began;
}
