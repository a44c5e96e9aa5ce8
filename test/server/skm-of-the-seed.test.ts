import { expect, test } from 'vitest';
import { type Score, type SkmReport, surveyElements } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { runningServer } from '../support/running-server';

// The hall that Antre was begun for counts itself by an SKM of 90.2. Its own answers are not public; these are made up ("contoh"), and
// give that value by the regulation's formula.

const forms = 250;
/** Of so many forms the element got a 3, of the others a 4: 882 points less than all that there are. */
const threes = {
  requirements: 122,
  procedure: 110,
  time: 150,
  cost: 20,
  product: 90,
  competence: 80,
  behaviour: 60,
  facilities: 130,
  complaints: 120,
};

test('answers that give the 90.2 of the seed’s hall are reckoned as 90.20, grade A, by the whole way to the report', async () => {
  const server = await runningServer();
  const { hall } = server;
  const serviceIds = ['A', 'IM', 'L'].map((code) => hall.serviceId(code));
  hall.store.write((transaction) => {
    for (let at = 0; at < forms; at += 1) {
      const scores = Object.fromEntries(
        surveyElements.map((element) => [element, (at < threes[element] ? 3 : 4) as Score]),
      ) as Record<(typeof surveyElements)[number], Score>;
      transaction.run(
        query.insertInto('survey_answers').values({
          id: `contoh-${at}`,
          businessDate: at % 2 === 0 ? '2026-11-02' : '2026-11-03',
          half: 'morning',
          serviceId: serviceIds[at % serviceIds.length] ?? 0,
          practice: 0,
          ...{ sex: null, ageGroup: null, education: null, occupation: null },
          ...scores,
        }),
      );
    }
  });
  const answer = await server.send({
    path: '/api/v1/reports/skm?from=2026-11-01&to=2026-11-24',
    headers: server.signIn('supervisor').headers,
  });
  const report = answer.json as SkmReport;
  expect([report.forms, report.index, report.grade]).toEqual([250, 90.2, 'A']);
  // By hand: each mean is 4 less its threes' share, a ninth of each, times 25.
  const sum = surveyElements.reduce((points, element) => points + 4 * forms - threes[element], 0);
  expect(((sum / forms / 9) * 25).toFixed(2)).toBe('90.20');
  expect(report.elements.map(({ element, mean }) => [element, mean])[0]).toEqual(['time', 3.4]);
});
