import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';

async function hardware(...words: readonly string[]): Promise<{ said: string; status: number }> {
  const program = spawn(process.execPath, ['scripts/hardware.mjs', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text;
    });
  }
  const [status] = (await once(program, 'close')) as [number];
  return { said, status };
}

async function fakePrinter(nature: Partial<FakeNature> = {}) {
  const fake = await startFakePrinter({ nature });
  onTestFinished(() => fake.close());
  return { fake, target: `tcp://127.0.0.1:${fake.port}`, address: `127.0.0.1:${fake.port}` };
}

test('lists what answers at an address: maker and model, how it is, and which kind it is', async () => {
  const { address, target } = await fakePrinter();
  const { said, status } = await hardware(address);
  expect(said).toContain(
    [
      `  ${target}`,
      '    EPSON TM-T82X, Jaringan',
      '    Siap',
      '    Epson TM-T82, TM-T88, dan sejenisnya (epson-80)',
    ].join('\n'),
  );
  expect(said).toContain('Perangkat masukan (HID)\n');
  expect(status).toBe(0);
});

test('says in words what is wrong with one, and by its status that nothing can print', async () => {
  const { fake, address } = await fakePrinter();
  fake.become({ paper: 'out' });
  const { said, status } = await hardware(address, '--english');
  // Without paper it doesn’t say who it is.
  expect(said).toContain('    Network\n');
  expect(said).toContain('Out of paper. Open the cover, put a new roll in, close it.');
  expect(said).toContain('(generic-80)');
  expect(status).toBe(1);
});

test('prints a test ticket where it is asked to, and tells what came of it', async () => {
  const { fake, target } = await fakePrinter();
  const printed = await hardware('--test', target);
  expect(printed.said).toContain('Tiket uji tercetak, dan printer membenarkannya.');
  expect(printed.status).toBe(0);
  expect(fake.papers.map(({ cut }) => cut)).toEqual([true]);
  expect(fake.papers[0]?.lines.join()).toContain('TIKET UJI');
  fake.become({ coverOpen: true });
  const stopped = await hardware('--test', target);
  expect(stopped.said).toContain(
    'Tiket uji tidak terkirim. Tutup terbuka. Tutup rapat sampai berbunyi klik.',
  );
  expect(stopped.status).toBe(1);
  expect(fake.papers.length).toBe(1);
});

test.each([
  [['--test', 'lpt1'], 'Alamat printer tidak dimengerti: lpt1'],
  [['--print'], "Unknown option '--print'"],
])('refuses %s with a sentence', async (words, sentence) => {
  const { said, status } = await hardware(...words);
  expect(said).toContain(sentence);
  expect(status).toBe(2);
});
