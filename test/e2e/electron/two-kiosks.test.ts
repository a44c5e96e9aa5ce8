import { expect, onTestFinished, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { type LaunchedAntre, launchAntre } from '../../support/electron-app';
import { launchHeadless } from '../../support/headless-antre';
import { numbersOn } from '../../support/numbers-on';

import { expectPapersWhereTapped } from '../../support/tapping-kiosks';
import { temporaryFolder } from '../../support/temporary-store';

/**
 * Of each: half of them in turn, half at once; whole eighths. The faults suite does the same 250 times, without windows;
 * `ANTRE_TAPS=256` does it here.
 */
const tapsOfEach = Number(process.env.ANTRE_TAPS ?? 40);
const longest = 60_000 + tapsOfEach * 1_500;

interface Kiosk {
  readonly antre: LaunchedAntre;
  readonly printer: FakePrinter;
  readonly given: string[];
}

test('two kiosks in Electron share the numbers of a hub that is killed twice, each with its own papers', {
  tags: 'long',
  timeout: longest,
}, async () => {
  const dataDir = temporaryFolder();
  const hub = await launchHeadless(dataDir);
  const admin = await hub.setUp();
  const menu = (await (await fetch(`${hub.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceIds = ['A', 'KJ'].map(
    (code) => menu.find((each) => each.code === code)?.services[0]?.id ?? '',
  );
  const [first, second] = [await letIn(), await letIn()];
  const killed = async () => {
    await hub.kill();
    await hub.start();
  };

  for (let turn = 0; turn < tapsOfEach / 2; turn += 1) {
    await tap(first);
    await tap(second);
    if (turn === tapsOfEach / 4) await killed();
  }
  const hand = async (kiosk: Kiosk) => {
    for (let turn = 0; turn < tapsOfEach / 4; turn += 1) await tap(kiosk);
  };
  let goingOn = true;
  const hands = Promise.all([first, second, first, second].map(hand)).then(() => {
    goingOn = false;
  });
  const some = first.given.length + tapsOfEach / 8;
  await expect.poll(() => first.given.length > some || !goingOn).toBe(true);
  await killed();
  await hands;

  // Both pages found the hub again by themselves; a visitor taps.
  for (const { antre, given } of [first, second]) {
    await antre.kiosk.getByTestId('counter-KJ').click();
    const number = antre.kiosk.getByTestId('number');
    given.push((await number.textContent()) ?? '');
  }
  expect([first.given.length, second.given.length]).toEqual([tapsOfEach + 1, tapsOfEach + 1]);
  await expectPapersWhereTapped(dataDir, [first, second], ['A', 'KJ']);
  if (process.env.ANTRE_TAPS) console.log(figures([first, second]));

  async function letIn(): Promise<Kiosk> {
    const printer = await startFakePrinter();
    onTestFinished(() => printer.close());
    const antre = await launchAntre(temporaryFolder(), {
      ANTRE_HUB: hub.url,
      ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}`,
    });
    const code = antre.kiosk.locator('.code');
    await code.waitFor();
    await admin.letIn((await code.textContent()) ?? '');
    await antre.kiosk.getByTestId('counter-KJ').waitFor();
    return { antre, printer, given: [] };
  }

  /** What the page sends at a tap, again with the same key until there is an answer. */
  async function tap({ antre, given }: Kiosk): Promise<void> {
    const number = await antre.kiosk.evaluate(
      async ({ serviceId, key }) => {
        for (;;) {
          const answer = await fetch('/api/v1/tickets', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': key },
            body: JSON.stringify({ serviceId }),
          }).catch(() => null);
          if (answer?.status === 201) return ((await answer.json()) as { number: string }).number;
          if (answer && answer.status < 500) throw new Error(`${answer.status} ${await answer.text()}`);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      { serviceId: serviceIds[given.length % serviceIds.length] ?? '', key: crypto.randomUUID() },
    );
    given.push(number);
  }
});

/** What came out at each, for people. */
function figures(kiosks: readonly Kiosk[]) {
  return kiosks.map(({ given, printer }) => {
    const papers = numbersOn(printer);
    const copies = papers.filter((paper) => paper.endsWith('SALINAN')).length;
    return { given: given.length, papers: papers.length, copies };
  });
}
