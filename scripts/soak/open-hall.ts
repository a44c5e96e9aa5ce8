import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import practiceSite from '../../electron/store/practice-site.json';
import type { Book } from './book';
import type { HallProcess } from './hall-process';
import { type Account, PersistentCaller } from './persistent-caller';

/** Writes the practice hall's configuration, open day and night and without quotas, into a file. */
export function writeSiteFile(folder: string): string {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    opens: '00:00',
    closes: '23:59',
    breaks: [],
  }));
  const site = {
    ...practiceSite,
    hours: { week, lastTicketMinutesBefore: 0 },
    counters: practiceSite.counters.map((counter) => ({
      ...counter,
      hours: null,
      services: counter.services.map((service) => ({ ...service, hours: null, quotaPerDay: null })),
    })),
  };
  const file = join(folder, 'site.json');
  writeFileSync(file, JSON.stringify(site));
  return file;
}

export interface Officer {
  readonly caller: PersistentCaller;
  readonly deskId: string;
  readonly counterId: string;
  readonly serviceIds: readonly string[];
}

export interface OpenHall {
  readonly admin: PersistentCaller;
  readonly adminAccount: Account;
  readonly officers: readonly Officer[];
}

/** Makes the first admin, goes live, and seats an officer at the first desk of each counter. */
export async function openHall(process: HallProcess, book: Book): Promise<OpenHall> {
  const code = readFileSync(join(process.dataDir, 'setup-code'), 'utf8').trim();
  const adminAccount = { username: 'admin.soak', password: 'mawar-kuning-di-jembatan' };
  const admin = new PersistentCaller(process.url, book, adminAccount);
  await admin.must('POST', '/setup', { code, ...adminAccount, displayName: 'Admin' });
  await admin.must('POST', '/admin/go-live', {});
  const desks = (await admin.must('GET', '/desks')).body as readonly {
    readonly id: string;
    readonly counter: { readonly id: string };
    readonly serviceIds: readonly string[];
  }[];
  const officers: Officer[] = [];
  for (const desk of desks) {
    if (officers.some(({ counterId }) => counterId === desk.counter.id)) continue;
    const account = { username: `petugas.${desk.id}`, password: `melati-putih-${desk.id}-di-sawah` };
    await admin.must('POST', '/admin/users', {
      ...account,
      displayName: `Petugas ${desk.id}`,
      role: 'staff',
      wholeHall: true,
    });
    const caller = new PersistentCaller(process.url, book, account);
    await caller.signIn();
    await caller.must('POST', `/desks/${desk.id}/sign-in`);
    officers.push({ caller, deskId: desk.id, counterId: desk.counter.id, serviceIds: desk.serviceIds });
  }
  return { admin, adminAccount, officers };
}
