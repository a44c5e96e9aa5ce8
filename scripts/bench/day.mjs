import { runHeadless } from './run-headless.mjs';

const visitors = 5_000;
const budgetMegabytes = 200;

/** Resident memory of the main process over a day of 5,000 tickets, half of them given back, replayed at once. */
export async function benchDay() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'preview' });
  const menu = await (await fetch(`${antre.url}/api/v1/counters`)).json();
  const services = menu.flatMap((counter) =>
    counter.services.filter((service) => service.quotaLeft === null),
  );
  const measured = [];
  for (let thousand = 0; thousand < visitors / 1000; thousand += 1) {
    await Promise.all(Array.from({ length: 8 }, (_, hand) => takeNumbers(antre.url, services, hand, 125)));
    measured.push(antre.residentMegabytes());
  }
  await antre.stop();
  antre.remove();
  const [first = 0] = measured;
  const most = Math.max(...measured);
  const growth = (measured.at(-1) ?? 0) / first;
  return [
    {
      what: `memory over a day of ${visitors} tickets (MB after each thousand: ${measured.map(Math.round).join(', ')})`,
      figure: `${most.toFixed(0)} MB at most, last ÷ first ${growth.toFixed(2)}`,
      budget: `≤ ${budgetMegabytes} MB, ≤ 1.15`,
      value: most,
      better: 'lower',
      within: most <= budgetMegabytes && growth <= 1.15,
    },
  ];
}

async function takeNumbers(url, services, hand, count) {
  for (let visit = 0; visit < count; visit += 1) {
    const service = services[(hand * count + visit) % services.length];
    const ticket = await post(url, '/tickets', { serviceId: service.id });
    if (visit % 2 === 0) await post(url, `/tickets/${ticket.token}/cancel`);
  }
}

let presses = 0;

async function post(url, path, body) {
  presses += 1;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'idempotency-key': `bench-day-${presses}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}
