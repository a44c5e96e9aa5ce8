// Some officers of a hall, each at a desk, who call the next visitor and finish with her until nobody waits.
// Arguments: the server's address and, as JSON, their desks and session tokens. Prints, as JSON, whom each called.
import { Agent, request as httpRequest } from 'node:http';

const [, , url, json] = process.argv;
const officers = JSON.parse(json);
const agent = new Agent({ keepAlive: true });

function post(path, token) {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${url}/api/v1${path}`,
      {
        agent,
        method: 'POST',
        headers: {
          cookie: `antre_session=${token}`,
          origin: url,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    request.on('error', reject);
    request.end('{}');
  });
}

async function workAt({ deskId, token }) {
  const called = [];
  for (;;) {
    const next = await post(`/desks/${deskId}/call-next`, token);
    if (next.status === 204) return called;
    if (next.status !== 200) throw new Error(`call-next: ${next.status} ${next.text}`);
    called.push(Number(JSON.parse(next.text).id));
    const finished = await post(`/desks/${deskId}/finish`, token);
    if (finished.status !== 200) throw new Error(`finish: ${finished.status} ${finished.text}`);
  }
}

const called = await Promise.all(officers.map(workAt));
agent.destroy();
process.stdout.write(JSON.stringify(called));
