import { expect, test } from 'vitest';
import { readCentreConfig } from '../../electron/centre/config';

const read = (environment: Readonly<Record<string, string>>, flags: readonly string[] = []) =>
  readCentreConfig({ environment: { XDG_DATA_HOME: '/data', ...environment }, flags, pagesDir: '/pages' });

test('without a word the centre keeps its data itself and listens to this machine alone', () => {
  expect(read({})).toEqual({
    databaseUrl: null,
    dataDir: process.platform === 'linux' ? '/data/antre/centre' : expect.any(String),
    host: '127.0.0.1',
    port: 4190,
    publicUrl: null,
    trustedProxies: [],
    logLevel: 'info',
    pagesDir: '/pages',
    rebuild: false,
  });
});

test('a flag goes before the environment', () => {
  const environment = { ANTRE_CENTRE_PORT: '80', ANTRE_CENTRE_URL: 'https://pusat.example.go.id/' };
  const config = read(environment, ['--port', '8080', '--trusted-proxies=127.0.0.1,10.0.0.0/8']);
  expect(config).toMatchObject({
    port: 8080,
    publicUrl: 'https://pusat.example.go.id',
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
  });
});

test('each value that cannot be used is named, and a password of the database is not told', () => {
  expect(() =>
    read({ ANTRE_CENTRE_DATABASE: 'mysql://root:geheim@host/db', ANTRE_CENTRE_PORT: '99999' }, ['--colour']),
  ).toThrow(
    [
      'The flag --colour is unknown; known are --database, --data-dir, --host, --port, --url, --trusted-proxies, --log.',
      'The environment variable ANTRE_CENTRE_DATABASE is no such address; expected the address of a PostgreSQL, postgres://USER@HOST/NAME.',
      'The environment variable ANTRE_CENTRE_PORT is "99999"; expected a whole number from 0 to 65535 (0: any free port).',
    ].join('\n'),
  );
});
