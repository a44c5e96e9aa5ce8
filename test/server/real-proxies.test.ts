import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runningServer } from '../support/running-server';
import { temporaryFolder } from '../support/temporary-store';

const name = 'antrean.mpp.go.id';
const docs = join(import.meta.dirname, '../../docs/proxy');
const has = (program: string) => spawnSync(program, ['version']).error === undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks through the proxy by HTTPS; undefined while nobody listens there yet. */
function ask(port: number, path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; headers: Readonly<Record<string, unknown>> } | undefined>(
    (resolve) => {
      const host = port === 443 ? name : `${name}:${port}`;
      const options = { port, host: '127.0.0.1', servername: name, path, method, rejectUnauthorized: false };
      httpsRequest({ ...options, agent: false, headers: { host, ...headers } }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      })
        .on('error', () => resolve(undefined))
        .end();
    },
  );
}

function start(program: string, parameters: readonly string[], folder: string): void {
  const child = spawn(program, parameters, {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  });
}

/** nginx with one file of servers, in a folder of its own. */
function startNginx(folder: string, servers: string): void {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${folder}/${each};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
     http { access_log off; ${temporary} ${servers} }`,
  );
  start('nginx', ['-c', file, '-e', `${folder}/error.log`], folder);
}

const proxies = [
  {
    program: 'nginx',
    begin: (folder: string, port: number, upstream: string) => {
      const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
      const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
      execFileSync('openssl', ['req', ...made, '-subj', `/CN=${name}`, '-keyout', key, '-out', certificate], {
        stdio: 'ignore',
      });
      const servers = readFileSync(join(docs, 'nginx.conf'), 'utf8')
        .replace('listen 443', `listen 127.0.0.1:${port}`)
        .replace('127.0.0.1:4180', upstream)
        .replaceAll('/etc/ssl/antre', folder);
      startNginx(folder, servers);
    },
  },
  {
    program: 'caddy',
    begin: (folder: string, port: number, upstream: string) => {
      const file = join(folder, 'Caddyfile');
      const global = '{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n';
      const site = readFileSync(join(docs, 'Caddyfile'), 'utf8')
        .replace(`\n${name} {`, `\nhttps://${name}:${port} {`)
        .replace('127.0.0.1:4180', upstream);
      writeFileSync(file, global + site);
      start('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], folder);
    },
  },
];

for (const { program, begin } of proxies) {
  test.runIf(has(program))(
    `${program} as the guide sets it up carries https, and nobody through it is the kiosk`,
    async () => {
      const server = await runningServer({ trustedProxies: ['127.0.0.1'] });
      const admin = server.signIn('admin');
      await server.send({
        method: 'PATCH',
        path: '/api/v1/admin/settings',
        headers: admin.headers,
        body: { hostNames: [name] },
      });
      const folder = temporaryFolder();
      const port = await freePort();
      begin(folder, port, new URL(server.url).host);
      await expect.poll(async () => (await ask(port, '/api/v1/site'))?.status, { timeout: 30_000 }).toBe(200);

      expect((await ask(port, '/staff'))?.headers['strict-transport-security']).toBe('max-age=31536000');
      expect((await ask(port, '/api/v1/kiosk'))?.status).toBe(401);
      // Caddy answers a name that it doesn't serve itself, with nothing.
      const forged = await ask(port, '/api/v1/kiosk', 'GET', { host: 'localhost' });
      expect(String(forged?.headers['content-type'])).not.toContain('application/json');
      const cookie = admin.headers.cookie ?? '';
      const origin = `https://${name}:${port}`;
      const out = await ask(port, '/api/v1/session', 'DELETE', { cookie, origin });
      expect([out?.status, String(out?.headers['set-cookie'])]).toEqual([
        204,
        expect.stringContaining('Secure'),
      ]);
    },
  );
}

test.runIf(has('nginx'))('whoever comes through an nginx with its defaults is not the kiosk', async () => {
  const server = await runningServer();
  const folder = temporaryFolder();
  const port = await freePort();
  startNginx(folder, `server { listen 127.0.0.1:${port}; location / { proxy_pass ${server.url}; } }`);
  const statusOf = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' }).catch(() => undefined))?.status;
  await expect.poll(() => statusOf('/api/v1/site'), { timeout: 30_000 }).toBe(200);
  expect(await statusOf('/api/v1/kiosk')).toBe(401);
});
