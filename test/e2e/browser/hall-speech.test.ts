import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { clipOfSentence } from '../../../electron/contract/clip-names';
import type { Desk } from '../../../electron/contract/staff';
import type { HallSpeech, openHallSpeech } from '../../../renderer/voice/open-hall-speech';
import type { Utterance } from '../../../renderer/voice/speech';
import { launchChromium } from '../../support/chromium';
import { openDisplay, spokenBy } from '../../support/display-page';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { servePageModules } from '../../support/page-modules';
import { type RunningHall, startHall } from '../../support/running-hall';
import { toneWav } from '../../support/sendable-files';
import { hasEspeak } from '../../support/synthesisers';
import { takeNumber } from '../../support/take-number';

declare global {
  var voiceModules: { readonly openHallSpeech: typeof openHallSpeech };
  var hallSpeech: HallSpeech;
  /** When each sound begins, by its context's clock, and how long it is, in seconds. */
  var sounds: {
    readonly at: number;
    readonly seconds: number;
  }[];
  /** The page's audio contexts, in the order in which they were made. */
  var contexts: AudioContext[];
  /** How loud the loudspeaker is now: the root mean square of the last 43 ms. */
  var loudnessNow: () => number;
  /** Seconds on the clock of the sound itself, which stands still where a busy machine makes none. */
  var soundClock: () => number;
  /** What the machine's own voice was asked for. */
  var systemSaid: string[];
}

// What a hall has to say sentences by, in real Chromium, from a real hall on this machine.

let browser: Browser;
/** For whoever needs no hall of its own. */
let hall: RunningHall;
let modules: Awaited<ReturnType<typeof servePageModules>>;
beforeAll(async () => {
  browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
  hall = await startHall({ printer: { kind: 'none' } });
  modules = await servePageModules({ hall: hall.url });
});
afterAll(async () => {
  await browser.close();
  await modules.close();
  await hall.end();
});

/** A page on which the hall's speech is open, as a kiosk has it. */
async function openSpeech({
  by = browser,
  output = '',
}: {
  readonly by?: Browser;
  readonly output?: string;
} = {}): Promise<Page> {
  const { url } = modules;
  const page = await by.newPage();
  onTestFinished(() => page.close());
  await page.addInitScript(() => {
    const Context = globalThis.AudioContext;
    globalThis.contexts = [];
    globalThis.AudioContext = class extends Context {
      constructor(...options: ConstructorParameters<typeof Context>) {
        super(...options);
        globalThis.contexts.push(this);
      }
    };
    globalThis.sounds = [];
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, at = 0) {
      globalThis.sounds.push({ at, seconds: this.buffer?.duration ?? 0 });
      start.call(this, at);
    };
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to === this.context.destination) {
        const ear = this.context.createAnalyser();
        connect.call(this, ear);
        const samples = new Float32Array(ear.fftSize);
        globalThis.soundClock = () => ear.context.currentTime;
        globalThis.loudnessNow = () => {
          ear.getFloatTimeDomainData(samples);
          return Math.sqrt(samples.reduce((sum, each) => sum + each ** 2, 0) / samples.length);
        };
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  });
  await page.goto(`${url}renderer/voice/README.md`);
  await page.addScriptTag({
    type: 'module',
    content: `
      import { openHallSpeech } from '${url}renderer/voice/open-hall-speech.ts';
      globalThis.voiceModules = { openHallSpeech };`,
  });
  await page.waitForFunction(() => 'voiceModules' in globalThis);
  const clipsLoaded = page.waitForResponse(/number-9.*\.opus/);
  await page.evaluate((label) => {
    globalThis.hallSpeech = globalThis.voiceModules.openHallSpeech({ output: label });
  }, output);
  await clipsLoaded;
  return page;
}

/** Says sentences to their end; returns how that went and the sounds of it. */
function said(page: Page, utterances: readonly Utterance[]) {
  return page.evaluate(async (sentences) => {
    globalThis.sounds = [];
    const ended = await globalThis.hallSpeech.say(sentences, 1).ended;
    return { ended, sounds: globalThis.sounds };
  }, utterances);
}

const id = (text: string) => ({ language: 'id', text }) as const;
const welcome = id('Selamat datang di mal pelayanan publik.');

describe.skipIf(!hasEspeak)('sentences made by the machine (need espeak-ng)', () => {
  test('are heard one after another without overlap, and asked for once where they were prepared', async () => {
    const page = await openSpeech();
    const sentences = [
      welcome,
      id('Tekan panah bawah.'),
      id('Nomor antrean D, nol satu dua.'),
      { language: 'en', text: 'Welcome.' } as const,
    ];
    const made: string[] = [];
    page.on('response', (response) => made.push(new URL(response.url()).pathname));
    await page.evaluate((prepared) => globalThis.hallSpeech.prepare(prepared), sentences);
    // The number is said by the clips.
    await expect.poll(() => made.filter((path) => path === '/api/v1/sound').length).toBe(3);
    const { ended, sounds } = await said(page, sentences);
    expect(ended).toBe('said');
    expect(made.filter((path) => path === '/api/v1/sound').length).toBe(3);
    // Three sentences are one sound each; the number is "nomor antrean", a letter and three digits.
    expect(sounds).toHaveLength(3 + 5);
    for (const [at, sound] of sounds.entries()) {
      const before = sounds[at - 1];
      if (before) expect(sound.at).toBeGreaterThanOrEqual(before.at + before.seconds);
    }
  });

  test('a name without a word in it costs neither the voice nor what is said beside it', async () => {
    const page = await openSpeech();
    const { ended, sounds } = await said(page, [id('🙂'), id('—'), welcome]);
    expect({ ended, sounds: sounds.length }).toEqual({ ended: 'said', sounds: 1 });
  });

  test('fall silent at once when they are stopped, and when something else is said', async () => {
    const page = await openSpeech();
    const long = id('Dindukcapil, KTP dan KK, buka, dua belas orang menunggu, kira-kira empat puluh menit.');
    const heard = await page.evaluate(
      async ([first, second]) => {
        const until = async (isSo: () => boolean) => {
          while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
        };
        const isLoud = () => (globalThis.loudnessNow?.() ?? 0) > 0.02;
        const one = globalThis.hallSpeech.say([first], 1);
        await until(isLoud);
        const two = globalThis.hallSpeech.say([first, second], 1);
        const endedOne = await one.ended;
        await until(isLoud);
        two.stop();
        // The sentence is seconds long; a tenth after it was stopped there is nothing of it.
        const stoppedAt = globalThis.soundClock();
        await until(() => globalThis.soundClock() > stoppedAt + 0.1);
        const loudnessAfter = globalThis.loudnessNow();
        return { endedOne, endedTwo: await two.ended, loudnessAfter };
      },
      [long, welcome] as const,
    );
    expect(heard).toMatchObject({ endedOne: 'stopped', endedTwo: 'stopped' });
    expect(heard.loudnessAfter).toBe(0);
  });

  test('are as loud as is asked for', { tags: 'long' }, async () => {
    const page = await openSpeech();
    const loudest = (volume: number) =>
      page.evaluate(
        async ({ sentence, volume }) => {
          const spoken = globalThis.hallSpeech.say([sentence], volume);
          let most = 0;
          let isOver = false;
          void spoken.ended.then(() => {
            isOver = true;
          });
          while (!isOver) {
            most = Math.max(most, globalThis.loudnessNow?.() ?? 0);
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          return most;
        },
        { sentence: welcome, volume },
      );
    const loud = await loudest(1);
    expect(loud).toBeGreaterThan(0.03);
    expect(await loudest(0.2)).toBeLessThan(loud / 2);
    expect(await loudest(0)).toBe(0);
  });

  test('the lobby names a counter whose name nobody recorded, after its call', async () => {
    const admin = await makeAdmin(hall);
    await admin.request('PATCH', '/admin/settings', { voiceNames: true });
    const page = await openDisplay(browser, hall.url);
    await page.waitForResponse(/\/api\/v1\/sound/);
    await takeNumber(hall, { counter: 'A', language: 'id' });
    const officer = await makeUser(hall, { username: 'petugas', displayName: 'Petugas', role: 'staff' });
    const desks = (await officer.request('GET', '/desks')).body as Desk[];
    const desk = desks.find(({ label }) => label === '2')?.id;
    await officer.request('POST', `/desks/${desk}/sign-in`);
    await officer.request('POST', `/desks/${desk}/call-next`);
    const [call] = await spokenBy(page, 1);
    const clips = call?.clips.length ?? 0;
    await expect.poll(() => page.evaluate(() => globalThis.played.length)).toBe(clips + 1);
    const played = await page.evaluate(() => globalThis.played);
    const name = played.at(-1);
    const last = played.at(-2);
    expect(name?.seconds).toBeGreaterThan(0.4);
    expect(name?.at).toBeGreaterThanOrEqual((last?.at ?? 0) + (last?.seconds ?? 0));
  });
});

test('what the hall recorded is heard first, whatever signs the sentence has; where nothing can say it, that is told', {
  tags: 'long',
}, async () => {
  const javanese = { language: 'jv', text: 'Sugeng rawuh!' } as const;
  const page = await openSpeech();
  expect(await said(page, [javanese])).toEqual({ ended: 'unsaid', sounds: [] });
  const name = clipOfSentence('sugeng rawuh');
  const folder = join(hall.dataDir, 'voice', 'jv');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.wav`), toneWav(0.7));
  // The list of recordings is made once for all of a moment, and here time stands still.
  hall.clock.advance({ seconds: 1 });
  await page.evaluate(() => {
    globalThis.hallSpeech.close();
    globalThis.hallSpeech = globalThis.voiceModules.openHallSpeech();
  });
  // On a busy machine the sound's clock may stand still for so long that it is given up.
  const heard = async () => {
    const { ended, sounds } = await said(page, [javanese]);
    return [ended, sounds.map(({ seconds }) => Math.round(seconds * 10))];
  };
  await expect.poll(heard).toEqual(['said', [7]]);
});

test('where Antre has no voice, one that is installed on this machine says it, and is stopped with it', async () => {
  const page = await openSpeech();
  await page.route(/\/api\/v1\/sound/, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: '',
        status: 503,
        detail: '',
        code: 'speech_unavailable',
      }),
    }),
  );
  await page.evaluate(() => {
    const voice = { lang: 'id-ID', localService: true, name: 'Andika', default: false, voiceURI: '' };
    const byNetwork = { ...voice, localService: false };
    speechSynthesis.getVoices = () => [byNetwork, voice] as SpeechSynthesisVoice[];
    globalThis.systemSaid = [];
    globalThis.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    } as unknown as typeof SpeechSynthesisUtterance;
    speechSynthesis.speak = (utterance) => {
      globalThis.systemSaid.push(`${utterance.voice?.localService} ${utterance.text}`);
      if (!utterance.text.startsWith('Lama')) setTimeout(() => utterance.dispatchEvent(new Event('end')), 20);
    };
    speechSynthesis.cancel = () => void globalThis.systemSaid.push('cancelled');
  });
  expect((await said(page, [welcome])).ended).toBe('said');
  expect((await said(page, [{ language: 'en', text: 'Welcome.' }])).ended).toBe('unsaid');
  const stopped = await page.evaluate(async () => {
    const spoken = globalThis.hallSpeech.say([{ language: 'id', text: 'Lama sekali.' }], 1);
    while (globalThis.systemSaid.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    spoken.stop();
    return await spoken.ended;
  });
  expect([stopped, await page.evaluate(() => globalThis.systemSaid)]).toEqual([
    'stopped',
    [`true ${welcome.text}`, 'true Lama sekali.', 'cancelled'],
  ]);
});

describe('where a sound device was chosen', () => {
  let withDevices: Browser;
  beforeAll(async () => {
    // Chromium's own devices; their names are told to pages that may ask for a microphone, which nobody is there to allow.
    const devices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    const args = ['--autoplay-policy=no-user-gesture-required', ...devices];
    withDevices = await launchChromium({ args });
  });
  afterAll(() => withDevices.close());
  const number = id('Nomor antrean D, nol satu dua.');
  /** The name of the device by which the page's speech is heard; empty: the system's own choice; null: none. */
  const heardBy = (page: Page) =>
    page.evaluate(async () => {
      const { sinkId } = globalThis.contexts.at(-1) as unknown as { readonly sinkId: string | object };
      if (typeof sinkId !== 'string') return null;
      const devices = await navigator.mediaDevices.enumerateDevices();
      return sinkId === '' ? '' : devices.find(({ deviceId }) => deviceId === sinkId)?.label;
    });

  test('it alone is heard; pulled out, nothing is said, and said again by it once it is back', async () => {
    const headset = 'Fake Audio Output 2';
    const page = await openSpeech({ by: withDevices, output: headset });
    await expect.poll(() => heardBy(page)).toBe(headset);
    // A busy machine's device may need a moment.
    const isSaid = async () => (await said(page, [number])).ended;
    await expect.poll(isSaid).toBe('said');
    const plug = (isIn: boolean) =>
      page.evaluate(
        ([label, isThere]) => {
          const list = MediaDevices.prototype.enumerateDevices;
          navigator.mediaDevices.enumerateDevices = async function (this: MediaDevices) {
            return (await list.call(this)).filter((each) => isThere || each.label !== label);
          };
          navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        },
        [headset, isIn] as const,
      );
    await plug(false);
    await expect.poll(() => heardBy(page)).toBe(null);
    expect(await said(page, [number])).toEqual({ ended: 'unsaid', sounds: [] });
    await plug(true);
    await expect.poll(() => heardBy(page)).toBe(headset);
    await expect.poll(isSaid).toBe('said');
  });

  test('one that never was there lets nothing be heard, by the machine’s own voice neither', async () => {
    const page = await openSpeech({ by: withDevices, output: 'Headset of another kiosk' });
    await page.evaluate(() => {
      speechSynthesis.getVoices = () =>
        [{ lang: 'id-ID', localService: true, name: 'Andika' }] as SpeechSynthesisVoice[];
      speechSynthesis.speak = () => globalThis.systemSaid.push('said');
      globalThis.systemSaid = [];
    });
    for (const sentence of [number, id('Belum pernah direkam.')])
      expect(await said(page, [sentence])).toEqual({ ended: 'unsaid', sounds: [] });
    expect(await page.evaluate(() => globalThis.systemSaid)).toEqual([]);
    expect(await heardBy(page)).toBe(null);
  });
});
