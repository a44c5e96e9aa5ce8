// Takes a number by HTTP as the kiosk of this machine does, and prints it. Run by the installed Node as the user antre.
//   node first-ticket.mjs [SECONDS]   that it waits at most for the first answer
const url = 'http://127.0.0.1:4180';
const until = Date.now() + Number(process.argv[2] ?? 120) * 1000;

while (!(await answers(`${url}/healthz`))) {
  if (Date.now() > until) throw new Error(`${url} does not answer`);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const counters = await (await fetch(`${url}/api/v1/counters`)).json();
const service = counters.flatMap(({ services }) => services).find(({ status }) => status === 'open');
if (!service) throw new Error('No service is open');
const answer = await fetch(`${url}/api/v1/tickets`, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    origin: url,
    'idempotency-key': `try-${process.pid}-${Date.now()}`,
  },
  body: JSON.stringify({ serviceId: service.id, language: 'id' }),
});
const ticket = await answer.json();
if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(ticket)}`);
console.log(`ticket ${ticket.number}`);

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
