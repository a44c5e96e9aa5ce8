import { expect, test } from 'vitest';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';

/** Answers as they are kept, without going through a visit each. */
function keepAnswers(
  server: TestServer,
  count: number,
  said: {
    readonly day: string;
    readonly serviceId: number;
    readonly sex?: 'male' | 'female';
    readonly occupation?: 'police' | 'private';
    readonly time?: 1 | 2 | 3 | 4;
  },
): void {
  const { day, serviceId, sex = 'female', occupation = 'private', time = 4 } = said;
  server.hall.store.write((transaction) => {
    for (let at = 0; at < count; at += 1) {
      transaction.run(
        query.insertInto('survey_answers').values({
          id: `${day}-${serviceId}-${sex}-${occupation}-${time}-${at}`,
          businessDate: day,
          half: 'morning',
          serviceId,
          practice: 0,
          ...{ requirements: 4, procedure: 4, time, cost: 4, product: 4, competence: 4, behaviour: 4 },
          ...{ facilities: 3, complaints: null, sex, ageGroup: '30_39', education: 'senior', occupation },
        }),
      );
    }
  });
}

const period = 'from=2026-11-01&to=2026-11-30';
async function linesOf(server: TestServer, search: string): Promise<string[]> {
  const headers = server.signIn('supervisor').headers;
  const { status, text } = await server.send({ path: `/api/v1/reports/skm.csv?${search}`, headers });
  expect(status).toBe(200);
  return text.replace(/\r\n$/, '').split('\r\n');
}

test('each answer is a row, with no time of day, and what fewer than five share is hidden', async () => {
  const server = await runningServer();
  const { hall } = server;
  const [ktp, akta, water] = [hall.serviceId('A'), hall.serviceId('A', 1), hall.serviceId('L')];
  keepAnswers(server, 5, { day: '2026-11-24', serviceId: ktp });
  // One policeman among them: on his day the only one.
  keepAnswers(server, 1, { day: '2026-11-24', serviceId: ktp, sex: 'male', occupation: 'police', time: 1 });
  keepAnswers(server, 3, { day: '2026-11-25', serviceId: akta });
  keepAnswers(server, 2, { day: '2026-11-26', serviceId: akta });
  keepAnswers(server, 1, { day: '2026-11-26', serviceId: water, time: 2 });
  const [heading, ...rows] = await linesOf(server, `${period}&language=id`);
  expect(heading).toBe(
    '\uFEFFHari atau bulan;Huruf;Gerai;Layanan;Jenis kelamin;Umur;Pendidikan;Pekerjaan;Persyaratan;' +
      'Sistem, mekanisme, dan prosedur;Waktu penyelesaian;Biaya/tarif;Produk spesifikasi jenis pelayanan;' +
      'Kompetensi pelaksana;Perilaku pelaksana;Sarana dan prasarana;Penanganan pengaduan, saran, dan masukan',
  );
  expect(rows).toHaveLength(12);
  const text = rows.join('\n');
  // Nobody finds the policeman, nor the one who went to the waterworks.
  expect(text).not.toMatch(/POLRI|Laki-laki|PDAM|pagi|Sebelum/);
  const told = new Map<string, number>();
  for (const row of rows) {
    const who = row.split(';').slice(0, 8).join(';');
    told.set(who, (told.get(who) ?? 0) + 1);
  }
  expect([...told.values()].every((count) => count >= 5)).toBe(true);
  expect(text).toContain('2026-11-24;A;Dindukcapil;KTP-el;');
});

test('fewer than five answers are not told one by one, and programs get the names of the fields', async () => {
  const server = await runningServer();
  keepAnswers(server, 4, { day: '2026-11-24', serviceId: server.hall.serviceId('A') });
  const heading =
    'when,counterCode,counter,service,sex,ageGroup,education,occupation,requirements,procedure,time,cost,product,competence,behaviour,facilities,complaints';
  expect(await linesOf(server, period)).toEqual([heading]);
  keepAnswers(server, 1, { day: '2026-11-23', serviceId: server.hall.serviceId('A') });
  expect(await linesOf(server, period)).toEqual([
    heading,
    ...Array.from(
      { length: 5 },
      () => '2026-11,A,Dindukcapil,KTP-el,female,30_39,senior,private,4,4,4,4,4,4,4,3,',
    ),
  ]);
});

test('the file is for supervisors and admins, and for no longer than five years', async () => {
  const server = await runningServer();
  const ask = async (search: string, headers = {}) =>
    (await server.send({ path: `/api/v1/reports/skm.xlsx?${search}`, headers })).status;
  expect(await ask(period)).toBe(401);
  expect(await ask(period, server.signIn('staff').headers)).toBe(403);
  const { headers } = server.signIn('admin');
  expect(await ask(`${period}&language=en`, headers)).toBe(200);
  expect(await ask('from=2020-01-01&to=2026-11-30', headers)).toBe(400);
});
