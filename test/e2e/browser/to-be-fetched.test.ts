import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, officerAtDesk, picture, staffPage } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

// Who asked to be fetched, as the desk, the hall and the reports have it.

let browser: Browser;
let hall: RunningHall;
let supervisor: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
  supervisor = await makeUser(hall, { username: 'joko', displayName: 'Joko Widagdo', role: 'supervisor' });
  await takeNumber(hall, { counter: 'A', fetchMe: true });
  await takeNumber(hall, { counter: 'A' });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('an officer marks who is to be fetched, the hall sees who was called and not fetched, the reports count it', async () => {
  const desk = await officerAtDesk(browser, hall, {
    username: 'siti',
    displayName: 'Siti Rahmawati',
    desk: '2',
  });
  const row = (number: string) => desk.getByRole('listitem').filter({ hasText: number });
  await row('A-001').getByText('tunanetra, minta dijemput').waitFor();
  await row('A-002').getByRole('button', { name: 'Ubah prioritas A-002' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Minta dijemput' }).waitFor();
  await picture(desk, 'fetch-dialog');
  await expectAccessible(desk);
  await desk.getByRole('dialog').getByRole('button', { name: 'Minta dijemput' }).click();
  // What the officer saw tells nothing of their eyes.
  await row('A-002').getByText('minta dijemput', { exact: true }).waitFor();
  await picture(desk, 'fetch-waiting');

  const hallPage = await staffPage(browser, hall.url, { session: supervisor, path: '/staff#balai' });
  await hallPage.getByRole('link', { name: 'Balai' }).click();
  const panel = hallPage.getByRole('region', { name: 'Minta dijemput' });
  await panel.getByRole('listitem').nth(1).waitFor();
  expect(await panel.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('menunggu 0 menit'),
    expect.stringContaining('menunggu 0 menit'),
  ]);

  await desk.getByRole('button', { name: /^Panggil berikutnya/ }).click();
  const card = desk.getByRole('region', { name: 'Di loket ini' });
  await card.getByText('tunanetra, minta dijemput').waitFor();
  await panel.getByText('dipanggil Loket 2').waitFor();
  await picture(hallPage, 'fetch-hall-called');
  hall.clock.advance({ minutes: 3 });
  // The page hears the hall's clock once a minute.
  await hallPage.reload();
  await panel.getByText('dipanggil Loket 2, 3 menit lalu. Jemput sekarang').waitFor();
  await picture(hallPage, 'fetch-hall-late');
  await expectAccessible(hallPage);

  await picture(desk, 'fetch-called');
  await card.getByRole('button', { name: 'Batal dijemput' }).click();
  await panel.getByText('dipanggil Loket 2').waitFor({ state: 'detached' });

  const reports = await staffPage(browser, hall.url, { session: supervisor, path: '/reports#akses' });
  await reports.getByText('1 minta dijemput').waitFor();
  await picture(reports, 'fetch-reports');
  await expectAccessible(reports);
});
