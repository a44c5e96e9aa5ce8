import { expect, test } from 'vitest';
import { board } from '../../electron/contract/lobby';
import { counterMenu, serviceWeek, site } from '../../electron/contract/site';
import { counterSnapshot, deskSnapshot, hallSnapshot, queue } from '../../electron/contract/staff';
import { boardView } from '../../electron/views/board-view';
import { counterSnapshotView, hallView } from '../../electron/views/counter-view';
import { deskSnapshotView } from '../../electron/views/desk-view';
import { menuView } from '../../electron/views/menu-view';
import { queueView } from '../../electron/views/queue-view';
import { serviceWeekView } from '../../electron/views/service-week-view';
import { siteView } from '../../electron/views/site-view';
import { testHall } from '../support/test-hall';

test('an empty hall is shown as the contract says', () => {
  const hall = testHall();
  hall.manDesk(1);
  const view = hall.view();
  expect(site.parse(siteView(view))).toEqual({
    name: 'MPP Kajen',
    city: 'Kabupaten Pekalongan',
    timezone: 'Asia/Jakarta',
    languages: ['id', 'en', 'jv'],
    practice: false,
    now: '2026-11-24T09:00:00+07:00',
    businessDate: '2026-11-24',
    setUp: true,
  });
  counterMenu.parse(menuView(view));
  serviceWeek.parse(serviceWeekView(view, hall.serviceId('IM')));
  board.parse(boardView(view));
  queue.parse(queueView(view, hall.counterId('A')));
  counterSnapshot.parse(counterSnapshotView(view, hall.counterId('A')));
  deskSnapshot.parse(deskSnapshotView(view, hall.deskId(1)));
  hallSnapshot.parse(hallView(view));
});
