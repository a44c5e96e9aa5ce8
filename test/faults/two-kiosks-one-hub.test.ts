import { expect, onTestFinished, test } from 'vitest';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket } from '../../electron/contract/tickets';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import { type HeadlessAntre, launchHeadless } from '../support/headless-antre';
import { numbersOn } from '../support/numbers-on';

import { launchSecondKiosk, type SecondKioskProcess } from '../support/second-kiosk-process';
import { expectPapersWhereTapped } from '../support/tapping-kiosks';
import { temporaryFolder } from '../support/temporary-store';

interface Kiosk {
  readonly process: SecondKioskProcess;
  readonly printer: FakePrinter;
  /** The numbers that were given here. */
  readonly given: string[];
  /** Taps once, and tries again with the same key as the page does, until there is an answer. */
  tap(): Promise<void>;
}

const inTurn = 80;
const atOnce = 120;

test('two kiosks and a hub that is killed twice: no number twice, each paper where it was tapped', async () => {
  const dataDir = temporaryFolder();
  const hub = await launchHeadless(dataDir);
  const admin = await hub.setUp();
  const menu = (await (await fetch(`${hub.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceIds = ['A', 'KJ'].map(
    (code) => menu.find((each) => each.code === code)?.services[0]?.id ?? '',
  );
  const kiosks = [await letIn(), await letIn()];
  const [first, second] = kiosks;
  if (!first || !second) throw new Error('there are two');
  let answered = 0;
  const killAt = [50, 130];

  const tap = async (kiosk: Kiosk) => {
    await kiosk.tap();
    answered += 1;
    if (answered !== killAt[0]) return;
    killAt.shift();
    await hub.kill();
    await hub.start();
  };
  for (let turn = 0; turn < inTurn; turn += 1) await tap(turn % 2 === 0 ? first : second);
  const hand = async (kiosk: Kiosk) => {
    for (let turn = 0; turn < atOnce / 6; turn += 1) await tap(kiosk);
  };
  await Promise.all([first, second, first, second, first, second].map(hand));

  const given = kiosks.map((kiosk) => kiosk.given.length);
  expect([given, killAt]).toEqual([[100, 100], []]);
  await expectPapersWhereTapped(dataDir, kiosks, ['A', 'KJ']);

  async function letIn(): Promise<Kiosk> {
    const printer = await startFakePrinter();
    onTestFinished(() => printer.close());
    const process = launchSecondKiosk(hub.url, temporaryFolder(), `tcp://${printer.host}:${printer.port}`);
    await admin.letIn(await process.said(/to let this kiosk in at \S+: (\w+)/));
    await process.said(/Antre prints for/);
    const given: string[] = [];
    let taps = 0;
    return {
      process,
      printer,
      given,
      async tap() {
        taps += 1;
        const key = `a-tap-number-${taps}`;
        const serviceId = serviceIds[taps % serviceIds.length] ?? '';
        given.push((await untilAnswered(hub, process.token(), key, serviceId)).number);
      },
    };
  }
});

test('a kiosk that is killed while it prints prints again as a copy, and only there', async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const printer = await startFakePrinter({ nature: { bytesPerSecond: 20_000 } });
  onTestFinished(() => printer.close());
  const kiosk = launchSecondKiosk(hub.url, temporaryFolder(), `tcp://${printer.host}:${printer.port}`);
  await admin.letIn(await kiosk.said(/to let this kiosk in at \S+: (\w+)/));
  await kiosk.said(/Antre prints for/);
  const menu = (await (await fetch(`${hub.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find(({ code }) => code === 'A')?.services[0]?.id ?? '';
  const before = printer.receivedBytes;
  const ticket = await untilAnswered(hub, kiosk.token(), 'the-only-tap', serviceId);
  await printer.until(() => printer.receivedBytes > before + 3_000);
  await kiosk.kill();
  kiosk.start();
  const state = async () => {
    const answer = await fetch(`${hub.url}/api/v1/tickets/${ticket.token}`);
    return ((await answer.json()) as HolderTicket).paper;
  };
  await expect.poll(state).toBe('printed');
  const papers = numbersOn(printer);
  expect(papers.at(-1)).toBe('A-001 SALINAN');
  expect(papers.filter((paper) => paper === 'A-001').length).toBeLessThanOrEqual(1);
});

async function untilAnswered(
  hub: HeadlessAntre,
  token: string,
  key: string,
  serviceId: string,
): Promise<HolderTicket> {
  for (;;) {
    try {
      const answer = await fetch(`${hub.url}/api/v1/tickets`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({ serviceId }),
      });
      const body: unknown = await answer.json();
      if (answer.status === 201) return body as HolderTicket;
      throw new Error(`tap: ${answer.status} ${JSON.stringify(body)}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // The hub is away: the page asks again each second.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
