import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../electron/config';
import { isNeededSwitch } from '../electron/process/command-line';
import { temporaryFolder } from './support/temporary-store';

const pagesDir = '/pages';

function read(
  flags: string[] = [],
  environment: Record<string, string> = {},
  isOthers = (_flag: string) => false,
) {
  return readConfig({ flags, environment, pagesDir, platform: 'linux', isOthers });
}

function sentencesOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
}

function dataDirWith(config: unknown): string {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return dataDir;
}

describe('readConfig', () => {
  test('answers the defaults where nothing is set', () => {
    const dataDir = temporaryFolder();
    expect(read([], { ANTRE_DATA_DIR: dataDir, ANTRE_PORT: '' })).toEqual({
      dataDir,
      pagesDir,
      port: 4180,
      httpsPort: 4181,
      host: '127.0.0.1',
      printer: null,
      logLevel: 'info',
      siteFile: null,
      updatesDir: null,
      display: 'second-screen',
      hub: null,
      wasMain: false,
      scanner: null,
      surface: 'kiosk',
      trustedProxies: [],
      localKiosk: 'own',
      whenLost: 'ask',
    });
  });

  test.each([
    [['--port', '80'], 443],
    [['--port', '8080'], 8081],
    [['--port', '0'], 0],
    [['--port', '65535'], null],
    [['--https-port', '4443'], 4443],
    [['--https-port', 'none'], null],
  ])('with %j https is served beside http, where it is said, or not at all', (flags, expected) => {
    expect(read(flags, { ANTRE_DATA_DIR: temporaryFolder() }).httpsPort).toBe(expected);
  });

  test('takes addresses and networks of proxies, with commas between', () => {
    const given = '127.0.0.1, 10.0.0.0/24,fd00::/16';
    expect(read([], { ANTRE_TRUSTED_PROXIES: given }).trustedProxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/24',
      'fd00::/16',
    ]);
  });

  test.each(['proxy.example', '10.0.0.0/33', '127.0.0.1,', '10.0.0.0/', '::1/129', '*', '10.0.0.1/24/7'])(
    'refuses %s for proxies',
    (text) => {
      expect(sentencesOf(() => read([], { ANTRE_TRUSTED_PROXIES: text }))).toEqual([
        `The environment variable ANTRE_TRUSTED_PROXIES is "${text}"; expected addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/24.`,
      ]);
    },
  );

  test.each([
    ['none', null],
    ['serial:/dev/ttyACM0', { kind: 'serial', path: '/dev/ttyACM0', baudRate: 9600 }],
    ['serial:COM3?baud=115200', { kind: 'serial', path: 'COM3', baudRate: 115_200 }],
  ])('takes %s for a scanner', (text, expected) => {
    expect(read([], { ANTRE_SCANNER: text }).scanner).toEqual(expected);
  });

  test.each(['serial:', 'serial:/etc/passwd', 'serial:COM3?baud=300', 'usb:05e0:1300', '/dev/ttyACM0'])(
    'refuses %s for a scanner',
    (text) => {
      expect(sentencesOf(() => read([], { ANTRE_SCANNER: text }))).toEqual([
        `The environment variable ANTRE_SCANNER is "${text}"; expected none, serial:/dev/ttyACM0 or serial:COM3?baud=9600.`,
      ]);
    },
  );

  test.each([
    ['linux', { XDG_DATA_HOME: '/var/data' }, '/var/data/antre'],
    ['linux', { XDG_DATA_HOME: 'relative' }, join(homedir(), '.local/share/antre')],
    ['darwin', {}, join(homedir(), 'Library/Application Support/Antre')],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Antre'],
  ] as const)('keeps the data where %s keeps programs’ data', (platform, environment, expected) => {
    expect(readConfig({ flags: [], environment, pagesDir, platform }).dataDir).toBe(expected);
  });

  test('takes by flags alone what to do where the database is lost', () => {
    const dataDir = dataDirWith({ restore: 'newest' });
    expect(read(['--restore', 'newest']).whenLost).toBe('restore');
    expect(read(['--begin-anew', '--port', '1'])).toMatchObject({ whenLost: 'begin_anew', port: 1 });
    expect(sentencesOf(() => read(['--restore', 'oldest']))).toEqual([
      'The flag --restore is "oldest"; expected newest.',
    ]);
    expect(sentencesOf(() => read(['--data-dir', dataDir]))).toEqual([
      expect.stringContaining('has the unknown key "restore"'),
    ]);
  });

  test.each([
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('reads a config.json that Notepad wrote with %s', (_, write) => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'config.json'), write('{\r\n"port": 4321\r\n}\r\n'));
    expect(read(['--data-dir', dataDir]).port).toBe(4321);
  });

  test('prefers a flag to the environment, that to config.json, that to the default', () => {
    const dataDir = dataDirWith({ port: 1, host: 'file.example', log: 'warn' });
    const config = read(['--port', '3', `--data-dir=${dataDir}`], {
      ANTRE_PORT: '2',
      ANTRE_HOST: 'environment.example',
    });
    expect([config.port, config.host, config.logLevel, config.display]).toEqual([
      3,
      'environment.example',
      'warn',
      'second-screen',
    ]);
  });

  test.each([
    ['none', { kind: 'none' }],
    ['tcp://10.0.0.5:9100', { kind: 'tcp', host: '10.0.0.5', port: 9100 }],
    ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
    ['file:/dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
    ['usb:04b8:0E28', { kind: 'usb', vendorId: 0x04b8, productId: 0x0e28, serial: null, port: null }],
    [
      'usb:04b8:0e28:SN0001',
      { kind: 'usb', vendorId: 0x04b8, productId: 0x0e28, serial: 'SN0001', port: null },
    ],
    [
      'usb:0416:5011@0000:00:14.0-1.2',
      { kind: 'usb', vendorId: 0x0416, productId: 0x5011, serial: null, port: '0000:00:14.0-1.2' },
    ],
    ['serial:COM3', { kind: 'serial', path: 'COM3', baudRate: 19_200 }],
    ['serial:/dev/ttyUSB0?baud=115200', { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 115_200 }],
    ['share:\\\\localhost\\TIKET', { kind: 'share', path: '\\\\localhost\\TIKET' }],
    ['spooler:EPSON TM-T82X Receipt', { kind: 'spooler', name: 'EPSON TM-T82X Receipt' }],
    ['file:///dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
  ])('understands the printer %s', (printer, expected) => {
    expect(read([], { ANTRE_DATA_DIR: temporaryFolder(), ANTRE_PRINTER: printer }).printer).toEqual(expected);
  });

  test.each([
    'tcp://host',
    'tcp://host:0',
    'tcp://host:99999',
    'tcp://:9100',
    'file:lp0',
    'usb',
    'usb:04b8',
    'usb:04b8:0e28@here',
    'serial:COM3?baud=12345',
    'serial:/etc/../dev/ttyS0',
    'share:C:\\TIKET',
    'spooler:',
    'spooler:\\\\host\\TIKET',
    'file:/dev/../etc/passwd',
    'tcp://a/b:1',
  ])('refuses the printer %s', (printer) => {
    expect(sentencesOf(() => read([], { ANTRE_PRINTER: printer }))).toEqual([
      `The environment variable ANTRE_PRINTER is "${printer}"; expected preview, none, tcp://HOST:PORT, usb:04b8:0e28, serial:/dev/ttyUSB0?baud=19200, file:/dev/usb/lp0, share:\\\\HOST\\NAME or spooler:NAME.`,
    ]);
  });

  test('says of every wrong value what it is, where it came from and what is expected', () => {
    const dataDir = dataDirWith({ log: 'loud', prot: 4181, display: true });
    const file = join(dataDir, 'config.json');
    expect(
      sentencesOf(() =>
        read(['--port=70000', '--data-dir', dataDir, '--colour', '--site'], { ANTRE_HOST: 'two words' }),
      ),
    ).toEqual([
      'The flag --colour is unknown; known are --port, --https-port, --host, --data-dir, --printer, --log, --site, --display, --hub, --scanner, --surface, --trusted-proxies, --local-kiosk, --restore, --updates, --begin-anew.',
      'The flag --site has no value; expected the absolute path of a configuration file.',
      `${file} has the unknown key "prot"; known are port, httpsPort, host, printer, log, site, display, hub, scanner, surface, trustedProxies, localKiosk, updates.`,
      `${file}: "display" is true; expected second-screen or none.`,
      'The flag --port is "70000"; expected a whole number from 0 to 65535 (0: any free port).',
      'The environment variable ANTRE_HOST is "two words"; expected an IP address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0.',
      `${file}: "log" is "loud"; expected debug, info, warn, error or silent.`,
    ]);
  });

  test.each([
    ['http://10.0.0.5:4180', 'http://10.0.0.5:4180'],
    ['http://kios-utama.local:4180/', 'http://kios-utama.local:4180'],
  ])('understands the hub %s', (hub, expected) => {
    const config = read([], { ANTRE_DATA_DIR: temporaryFolder(), ANTRE_HUB: hub, ANTRE_SURFACE: 'desk' });
    expect([config.hub, config.surface]).toEqual([expected, 'desk']);
  });

  test.each(['10.0.0.5:4180', 'ftp://10.0.0.5', 'http://10.0.0.5/kiosk', 'http://me@10.0.0.5', 'kios utama'])(
    'refuses the hub %s',
    (hub) => {
      expect(sentencesOf(() => read([], { ANTRE_DATA_DIR: temporaryFolder(), ANTRE_HUB: hub }))).toEqual([
        `The environment variable ANTRE_HUB is "${hub}"; expected the first kiosk's address, such as http://192.168.1.10:4180.`,
      ]);
    },
  );

  test('refuses a desk or a display without a hub', () => {
    const set = { ANTRE_DATA_DIR: temporaryFolder(), ANTRE_SURFACE: 'desk' };
    expect(sentencesOf(() => read([], set))).toEqual([
      'The environment variable ANTRE_SURFACE is "desk"; expected kiosk, desk or display (desk and display need a hub).',
    ]);
  });

  test('leaves the switches of Chromium alone in Electron', () => {
    const flags = ['--no-sandbox', '--remote-debugging-port=0', '--port=5'];
    expect(read(flags, { ANTRE_DATA_DIR: temporaryFolder() }, isNeededSwitch).port).toBe(5);
  });

  test.each([
    ['{"port": 41', /config\.json can't be read as JSON: /],
    ['[4180]', /config\.json must hold one JSON object/],
  ])('refuses the file %s', (content, sentence) => {
    expect(sentencesOf(() => read(['--data-dir', dataDirWith(content)]))).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  test('says so where config.json cannot be read', () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'config.json'));
    expect(sentencesOf(() => read(['--data-dir', dataDir]))).toEqual([
      expect.stringContaining(`${join(dataDir, 'config.json')} can't be read as JSON`),
    ]);
  });
});
