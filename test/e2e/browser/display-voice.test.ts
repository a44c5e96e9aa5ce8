import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../electron/contract/lobby';
import type { createClips } from '../../../renderer/voice/clips';
import type { loudness, peak } from '../../../renderer/voice/level';
import type { scheduleSentence } from '../../../renderer/voice/schedule';
import type { callSentence } from '../../../renderer/voice/sentence';
import { launchChromium } from '../../support/chromium';
import { servePageModules } from '../../support/page-modules';

declare global {
  var voice: {
    readonly createClips: typeof createClips;
    readonly callSentence: typeof callSentence;
    readonly scheduleSentence: typeof scheduleSentence;
    readonly loudness: typeof loudness;
    readonly peak: typeof peak;
  };
}

// The joined clips, rendered by Chromium's own Web Audio as they are for the loudspeaker, and measured.

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const call: Call = {
  sequence: 7,
  number: 'IM-012',
  desk: { id: '17', label: '126' },
  counter: {
    id: '13',
    code: 'IM',
    name: { id: 'Imigrasi', en: 'Immigration', jv: 'Imigrasi' },
    group: 'vertical',
    zone: '',
  },
  calledAt: '2026-11-24T09:41:00+07:00',
  recall: true,
  priority: false,
  fetchMe: false,
  language: 'en',
};

interface Rendered {
  /** Each clip with where it begins and ends, in seconds, and its loudness in LUFS within the whole. */
  readonly clips: readonly { name: string; from: number; to: number; pause: number; loudness: number }[];
  readonly missing: readonly string[];
  readonly peak: number;
  /** The greatest jump from one sample to the next at a clip's first and last samples. */
  readonly edgeJump: number;
  /** Seconds that were silent in one piece beyond the pauses that the sentence asks for. */
  readonly longestExtraSilence: number;
  readonly seconds: number;
}

async function render(page: Page, speed: number): Promise<Rendered> {
  return page.evaluate(
    async ({ call, speed }) => {
      const { createClips, callSentence, scheduleSentence, loudness, peak } = globalThis.voice;
      const context = new OfflineAudioContext(1, 48_000 * 40, 48_000);
      const clips = createClips(context);
      await clips.load([]);
      const sentence = callSentence(call, clips.has);
      scheduleSentence(context, context.destination, clips, sentence, { at: 0.1, speed });
      const samples = (await context.startRendering()).getChannelData(0);
      let from = 0.1;
      const placed = sentence.map(({ language, clip, pause }) => {
        const to = from + (clips.buffer(language, clip, speed)?.duration ?? 0);
        const part = samples.subarray(Math.round(from * 48_000), Math.round(to * 48_000));
        const measured = {
          name: `${language}/${clip}`,
          from,
          to,
          pause: pause / speed,
          loudness: loudness(part, 48_000),
        };
        from = to + pause / speed;
        return measured;
      });
      const jumpAt = (seconds: number) => {
        const centre = Math.round(seconds * 48_000);
        let greatest = 0;
        for (let index = centre - 3; index <= centre + 3; index++) {
          greatest = Math.max(greatest, Math.abs((samples[index] ?? 0) - (samples[index - 1] ?? 0)));
        }
        return greatest;
      };
      let longest = 0;
      for (const { from, to } of placed) {
        let silent = 0;
        for (let index = Math.round(from * 48_000); index < to * 48_000; index++) {
          silent = Math.abs(samples[index] ?? 0) < 0.001 ? silent + 1 : 0;
          longest = Math.max(longest, silent / 48_000);
        }
      }
      return {
        clips: placed,
        missing: sentence.filter(({ language, clip }) => !clips.has(language, clip)).map(({ clip }) => clip),
        peak: peak(samples),
        edgeJump: Math.max(...placed.flatMap(({ from, to }) => [jumpAt(from), jumpAt(to)])),
        longestExtraSilence: longest,
        seconds: (placed.at(-1)?.to ?? 0) - 0.1,
      };
    },
    { call, speed },
  );
}

/** A page that has the display's own voice modules as `voice`. */
async function voicePage(): Promise<Page> {
  const { url: modules, close } = await servePageModules();
  onTestFinished(close);
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`${modules}renderer/voice/README.md`);
  const folder = `${modules}renderer/voice`;
  await page.addScriptTag({
    type: 'module',
    content: `
      import { createClips } from '${folder}/clips.ts';
      import { callSentence } from '${folder}/sentence.ts';
      import { scheduleSentence } from '${folder}/schedule.ts';
      import { loudness, peak } from '${folder}/level.ts';
      globalThis.voice = { createClips, callSentence, scheduleSentence, loudness, peak };`,
  });
  await page.waitForFunction(() => 'voice' in globalThis);
  return page;
}

test('a recall of two languages is one even waveform: every clip heard, no gap within, no click between', async () => {
  const page = await voicePage();
  const rendered = await render(page, 1);

  const sentence = (...desk: string[]) =>
    ['called-again', 'queue-number', 'letter-i', 'letter-m', 'number-0', 'number-1', 'number-2'].concat(
      ['please-go-to', 'desk'],
      desk,
    );
  expect(rendered.clips.map(({ name }) => name)).toEqual([
    'id/chime',
    ...sentence('number-100', 'number-2', 'tens', 'number-6').map((clip) => `id/${clip}`),
    ...sentence('number-1', 'hundred', 'and', 'number-20', 'number-6').map((clip) => `en/${clip}`),
  ]);
  expect(rendered.missing).toEqual([]);
  const levels = rendered.clips.map(({ loudness }) => loudness);
  expect(Math.min(...levels)).toBeGreaterThan(-20);
  expect(Math.max(...levels)).toBeLessThan(-18);
  expect(rendered.peak).toBeLessThan(0.95);
  expect(rendered.edgeJump).toBeLessThan(0.001);
  // The longest that stays silent within a word is a plosive's closure.
  expect(rendered.longestExtraSilence).toBeLessThan(0.08);
});

test('slower and faster speech lasts accordingly and stays as loud', { tags: 'long' }, async () => {
  const page = await voicePage();
  const usual = await render(page, 1);
  for (const speed of [0.8, 1.25]) {
    const changed = await render(page, speed);
    // The chime is never stretched.
    const spoken = ({ clips }: Rendered) => (clips.at(-1)?.to ?? 0) - (clips[1]?.from ?? 0);
    expect(spoken(changed)).toBeCloseTo(spoken(usual) / speed, 1);
    const levels = changed.clips.map(({ loudness }) => loudness);
    expect(Math.min(...levels)).toBeGreaterThan(-22);
    expect(changed.edgeJump).toBeLessThan(0.02);
  }
});

test("a hall's own recording is heard instead, levelled; a broken one leaves Antre's own", async () => {
  const page = await voicePage();
  const result = await page.evaluate(async () => {
    const { createClips, loudness } = globalThis.voice;
    const context = new OfflineAudioContext(1, 48_000, 48_000);
    const own = createClips(context);
    await own.load([]);
    const duration = () => own.buffer('id', 'desk', 1)?.duration;
    const builtIn = duration();

    // A quiet tone of a second in a plain WAV file of 16 bits, with half a second of silence before it.
    const rate = 22_050;
    const wav = new DataView(new ArrayBuffer(44 + rate * 3));
    const text = (at: number, letters: string) => {
      for (let index = 0; index < letters.length; index++)
        wav.setUint8(at + index, letters.charCodeAt(index));
    };
    text(0, 'RIFF');
    wav.setUint32(4, 36 + rate * 3, true);
    text(8, 'WAVEfmt ');
    wav.setUint32(16, 16, true);
    wav.setUint16(20, 1, true);
    wav.setUint16(22, 1, true);
    wav.setUint32(24, rate, true);
    wav.setUint32(28, rate * 2, true);
    wav.setUint16(32, 2, true);
    wav.setUint16(34, 16, true);
    text(36, 'data');
    wav.setUint32(40, rate * 3, true);
    for (let index = rate / 2; index < rate * 1.5; index++) {
      wav.setInt16(44 + index * 2, 600 * Math.sin((2 * Math.PI * 300 * index) / rate), true);
    }
    const recording = URL.createObjectURL(new Blob([wav.buffer], { type: 'audio/wav' }));
    const broken = URL.createObjectURL(new Blob(['not audio']));
    await own.load([
      { language: 'id', name: 'desk', url: recording },
      { language: 'jv', name: 'number-1', url: recording },
      { language: 'id', name: 'number-1', url: broken },
    ]);
    const samples = own.buffer('id', 'desk', 1)?.getChannelData(0) ?? new Float32Array(0);
    const before = { desk: duration(), level: loudness(samples, 48_000) };
    const javanese = own.has('jv', 'number-1');
    const kept = own.has('id', 'number-1');
    await own.load([]);
    return {
      ...before,
      builtIn,
      javanese,
      kept,
      afterwards: { desk: duration(), javanese: own.has('jv', 'number-1') },
    };
  });

  expect(result.desk).toBeGreaterThan(0.99);
  expect(result.desk).toBeLessThan(1.06);
  expect(result.level).toBeCloseTo(-19, 0);
  expect({ javanese: result.javanese, kept: result.kept, afterwards: result.afterwards }).toEqual({
    javanese: true,
    kept: true,
    afterwards: { desk: result.builtIn, javanese: false },
  });
});
