import { expect, test } from 'vitest';
import { seededRandom } from '../../../electron/queue/simulation/random';
import { type SimulatedVisitor, simulateDay } from '../../../electron/queue/simulation/simulate-day';
import { erlangWaitsLonger } from '../../support/erlang-c';

test('the formula has the known answer: 4 desks under a load of 3 keep 51 % waiting', () => {
  expect(erlangWaitsLonger({ desks: 4, arrivalsPerMinute: 0.3, serviceMinutes: 10, minutes: 0 })).toBeCloseTo(
    0.5094,
    4,
  );
});

test.each([
  { desks: 1, load: 0.7 },
  { desks: 3, load: 2.4 },
  { desks: 5, load: 4 },
])('where Erlang C holds, the simulation says the same: $desks desks under a load of $load', (queue) => {
  const random = seededRandom(queue.desks);
  const serviceMinutes = 10;
  const arrivalsPerMinute = queue.load / serviceMinutes;
  const visitors: SimulatedVisitor[] = [];
  for (let at = 0; visitors.length < 60_000; at += random.exponential(1 / arrivalsPerMinute)) {
    visitors.push({
      at,
      serviceId: 1,
      hasPriority: false,
      walkMinutes: 0,
      serviceMinutes: random.exponential(serviceMinutes),
      comes: true,
    });
  }
  const { visits } = simulateDay({
    visitors,
    desks: Array.from({ length: queue.desks }, (_, at) => ({
      id: at + 1,
      serviceIds: [1],
      shifts: [{ from: 0, to: Number.MAX_SAFE_INTEGER }],
    })),
    priorityRatio: 2,
    betweenMinutes: 0,
  });
  // The first find an empty hall.
  const waits = visits.slice(2000).map(({ visitor, calledAt }) => calledAt - visitor.at);
  for (const minutes of [0, 10, 20]) {
    const expected = erlangWaitsLonger({ desks: queue.desks, arrivalsPerMinute, serviceMinutes, minutes });
    const longer = waits.filter((wait) => wait > minutes).length / waits.length;
    expect(Math.abs(longer - expected)).toBeLessThan(0.03);
  }
});
