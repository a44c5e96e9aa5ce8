import { expect, test } from 'vitest';
import { centreAddresses } from '../../../electron/contract/centre/wire';
import { configuration, hallSnapshot } from '../../support/centre-samples';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres } from '../../support/postgres-cluster';
import { letIn, runningCentre } from '../../support/running-centre';

test.skipIf(!hasPostgres)(
  'anybody reads how halls are, in three languages, and of a silent one no figures',
  async () => {
    const centre = await runningCentre();
    const hall = new JournalHall(centre);
    await letIn(centre, hall);
    hall.open();
    hall.write('configuration_version', configuration(['Imigrasi & <b>Paspor</b>']));
    await hall.send(hall.rows);
    const [counter] = hallSnapshot.counters;
    await hall.ask(centreAddresses.snapshot, {
      ...hallSnapshot,
      counters: [{ ...counter, estimate: { low: 10, high: 20 } }],
    });
    const page = async (lang: string) => (await centre.ask(`/info?lang=${lang}`)).body as string;
    expect(await page('id')).toContain('<b>Buka</b>, 4 orang menunggu');
    expect(await page('id')).toContain('10–20 menit');
    expect(await page('en')).toContain('<b>Open</b>, 4 people waiting');
    expect(await page('jv')).toContain('<html lang="jv">');
    expect(await page('id')).toContain('Imigrasi &amp; &lt;b&gt;Paspor&lt;/b&gt;');
    // Nothing of the office's own: who is absent, paper, versions.
    expect(await page('id')).not.toMatch(/Samsat|Hampir habis|0\.1\.0/);
    centre.time += 10 * 60_000;
    const silent = await page('id');
    expect(silent).toContain('Tidak ada kabar');
    expect(silent).not.toContain('orang menunggu');
    const { headers } = await centre.ask('/info');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  },
);

test.skipIf(!hasPostgres)('a hall that still practises is not shown to the public', async () => {
  const centre = await runningCentre();
  const hall = new JournalHall(centre);
  await letIn(centre, hall);
  await hall.ask(centreAddresses.snapshot, { ...hallSnapshot, practice: true });
  expect((await centre.ask('/info')).body).not.toContain('MPP Sleman');
});
