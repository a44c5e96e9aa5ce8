import type { Page } from 'playwright';
import type { SpokenKey } from '../../renderer/kiosk/spoken/visit';
import type { Ears } from './closed-eyes';

/** Which key of any keyboard does this. */
const keyboard: Readonly<Record<Extract<SpokenKey, string>, string>> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  choose: 'Enter',
  back: 'ArrowLeft',
  repeat: 'ArrowRight',
  help: 'F1',
  louder: 'PageUp',
  softer: 'PageDown',
  jump: 'Tab',
};

const noVoice = {
  type: 'about:blank',
  title: 'No voice',
  status: 503,
  code: 'speech_unavailable',
  detail: 'This machine has no voice.',
};

/**
 * Gives the pages of a context a system with voices in three languages, which writes down what it says, in the place of
 * clips and of Antre's own voice. To be called before a page is opened.
 */
export async function writeDownSpeech(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/sound\?/, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(noVoice) }),
  );
  await page.route(/\.opus$/, (route) => route.abort());
  await page.addInitScript(() => {
    const heard: string[] = [];
    let turn = 0;
    class Sentence extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      heard,
      getVoices: () => ['id-ID', 'en-GB', 'jv-ID'].map((lang) => ({ lang, localService: true, name: lang })),
      speak(sentence: Sentence) {
        heard.push(sentence.text);
        const own = turn;
        // A moment later, as voices do.
        setTimeout(() => own === turn && sentence.dispatchEvent(new Event('end')), 5);
      },
      cancel() {
        turn += 1;
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Sentence });
  });
}

/** Milliseconds after which a voice that said nothing more has ended, as an ear judges it. */
const pauseMs = 120;

/** The kiosk's page as it is to whoever sees nothing; `press` presses a key otherwise than on a keyboard, and answers whether it did. */
export function earsAt(page: Page, press: (key: SpokenKey) => Promise<boolean> = async () => false): Ears {
  const groups: string[] = [];
  let begun = 0;
  const listen = async () => {
    const all = await page.evaluate(() => [
      ...(speechSynthesis as unknown as { readonly heard: readonly string[] }).heard,
    ]);
    if (all.length > begun) groups[Math.max(0, groups.length - 1)] = all.slice(begun).join(' ');
    return all.length;
  };
  return {
    heard: () => {
      // What comes by itself meanwhile is there at the next look.
      void listen().catch(() => undefined);
      return groups;
    },
    async press(key) {
      begun = await listen();
      groups.push('');
      if (!(await press(key))) await page.keyboard.press(typeof key === 'string' ? keyboard[key] : key.sign);
      for (let before = begun, now = begun; now === begun || now > before; ) {
        before = now;
        await page.waitForTimeout(pauseMs);
        now = await listen();
      }
    },
  };
}
