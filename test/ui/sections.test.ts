import { expect, test } from 'vitest';
import { isUnsaved, ownSections, pageAt } from '../../renderer/ui/office/frame/sections';
import { standInForBrowser } from '../recipes/page-globals';

const practising = { practice: true };
const admin = { role: 'admin', wholeHall: true } as const;

async function adminSections() {
  standInForBrowser();
  const { sections } = await import('../../renderer/admin/frame/sections');
  return sections;
}

async function addresses(user: Parameters<typeof ownSections>[1]) {
  return ownSections(await adminSections(), user, practising).map(({ pages }) =>
    pages.map(({ address }) => address),
  );
}

function formerAddresses(sections: Awaited<ReturnType<typeof adminSections>>) {
  return ownSections(sections, admin, practising).flatMap(({ pages }) =>
    pages.flatMap(({ former = [] }) => former),
  );
}

test('the admin’s sections are at most sixteen rows, and every address that pages had is still one', async () => {
  const rows = await addresses(admin);
  expect(rows.length).toBeLessThanOrEqual(16);
  const known = [...rows.flat(), ...formerAddresses(await adminSections())];
  const before =
    'gerai layanan loket jam libur tanggal balai tiket layar tayangan kios suara orang perangkat printer cadangan riwayat https token ringkasan persiapan';
  expect(known).toEqual(expect.arrayContaining(before.split(' ')));
});

test('a supervisor of some institutions has neither what is for admins nor what is for the whole hall, nor an empty section', async () => {
  const own = await addresses({ role: 'supervisor', wholeHall: false });
  for (const hidden of ['orang', 'perangkat', 'https', 'persiapan', 'token'])
    expect(own.flat()).not.toContain(hidden);
  expect(own.every((pages) => pages.length > 0)).toBe(true);
});

test('an address leads to its page and the section around it, whatever state follows it; an unknown one to the first', async () => {
  const own = ownSections(await adminSections(), admin, practising);
  const at = (hash: string) => {
    const found = pageAt(own, hash);
    return [found?.section.name, found?.page.address];
  };
  expect(at('#layanan?pilih=3')).toEqual(['section.offer', 'gerai']);
  expect(at('#tayangan')).toEqual(['section.display', 'tayangan']);
  expect(at('#nowhere')).toEqual([own[0]?.name, own[0]?.pages[0].address]);
});

test('a section is unsaved while a draft of one of its pages is kept, and by no other’s of a longer name', async () => {
  const own = ownSections(await adminSections(), admin, practising);
  const unsaved = (...keys: string[]) =>
    own.filter((section) => isUnsaved(section, keys)).map(({ name }) => name);
  expect(unsaved('service:3:12')).toEqual(['section.offer']);
  expect(unsaved('settings:hall', 'ticket-layout')).toEqual(['section.ticket', 'section.hall']);
  expect(unsaved('counters:1')).toEqual([]);
});
