import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localized, localizedList } from '../../electron/contract/common';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

const text = fc.stringMatching(/^[a-z]{1,20}$/);
const tag = fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z]{4})?$/);

test('stored names are read with any further languages, and with those that were not known yet missing', () => {
  fc.assert(
    fc.property(text, fc.dictionary(tag, text), (id, others) => {
      expect(localized.parse({ ...others, id })).toEqual({ en: '', jv: '', ...others, id });
      const lists = Object.fromEntries(Object.entries(others).map(([language, line]) => [language, [line]]));
      expect(localizedList.parse({ ...lists, id: [id] })).toEqual({ en: [], jv: [], ...lists, id: [id] });
    }),
  );
});

test('a name without Indonesian, and a field that is no language, are refused', () => {
  fc.assert(
    fc.property(fc.dictionary(tag, text), ({ id: _without, ...others }) => {
      expect(localized.safeParse(others).success).toBe(false);
      expect(localized.safeParse({ ...others, id: '' }).success).toBe(false);
      expect(localized.safeParse({ id: 'Samsat', nama: 'Samsat' }).success).toBe(false);
    }),
  );
});

test('a counter’s name in a fourth language is kept, and shown on no page as a fault', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const send = (method: string, path: string, body?: unknown) =>
    server.send({
      method,
      path: `/api/v1${path}`,
      headers: { ...signed.headers },
      ...(body ? { body } : {}),
    });
  const counters = (await send('GET', '/admin/counters')).json as { id: string; name: { id: string } }[];
  const counter = counters[0];
  const name = { id: counter?.name.id, en: 'Licences', jv: '', su: 'Idin usaha' };
  expect((await send('PATCH', `/admin/counters/${counter?.id}`, { name })).status).toBe(200);
  const menu = (await send('GET', '/counters')).json as { id: string; name: unknown }[];
  expect(menu.find(({ id }) => id === counter?.id)?.name).toEqual(name);
  const changed = (await send('GET', `/admin/counters/${counter?.id}`)).json as { unreadable?: string[] };
  expect(changed.unreadable ?? []).toEqual([]);
  const refused = await send('PATCH', `/admin/counters/${counter?.id}`, { name: { ...name, nama: 'x' } });
  expect([refused.status, refused.json]).toMatchObject([400, { errors: [{ path: 'name.nama' }] }]);
});
