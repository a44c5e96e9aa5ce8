import Database from 'better-sqlite3';
import { Connection } from './connection.mjs';
import { issue, openServices } from './durable-tickets.mjs';
import { median, runHeadless } from './run-headless.mjs';

const turns = 25;
const ticketsATurn = 60;
/** A hall's busy year: numbers a day, days. */
const year = 1_000 * 250;
/** Rows of the journal that a number makes until its visit is over: issued, out, called, begun, finished. */
const rowsOfTicket = 5;

/** A ticket in a hall that keeps a journal for a centre, beside one that doesn't, turn by turn; and how large the journal grows. */
export async function benchJournal() {
  const off = await runHeadless({ ANTRE_PRINTER: 'none' });
  const on = await linked(await runHeadless({ ANTRE_PRINTER: 'none' }));
  const services = await openServices(on.url);
  const [toOff, toOn] = [[await Connection.open(off.url)], [await Connection.open(on.url)]];
  await issue(toOff, services, 200);
  await issue(toOn, services, 200);
  const ratios = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const light = await issue(toOff, services, ticketsATurn);
    const told = await issue(toOn, services, ticketsATurn);
    ratios.push(light.elapsedMs / told.elapsedMs);
  }
  for (const line of [...toOff, ...toOn]) line.close();
  await off.stop();
  await on.stop();
  const bytes = bytesOfRow(on.database);
  off.remove();
  on.remove();
  const ratio = median(ratios);
  const gigabytes = (bytes * year * rowsOfTicket) / 1e9;
  return [
    {
      what: 'a ticket without a journal ÷ with one',
      figure: ratio.toFixed(2),
      value: ratio,
      better: 'higher',
      budget: '≥ 0.9',
      within: ratio >= 0.9,
    },
    {
      what: `a journal of ${year.toLocaleString('en')} tickets that nobody has fetched`,
      figure: `${gigabytes.toFixed(2)} GB, ${bytes.toFixed(0)} bytes a row`,
      value: gigabytes,
      better: 'lower',
      budget: '≤ 0.5 GB',
      within: gigabytes <= 0.5,
    },
  ];
}

/** The same hall, started anew as one that is linked. */
async function linked(hall) {
  await hall.stop();
  const database = new Database(hall.database);
  database.exec("INSERT INTO journal_feed (id, linked, machine, epoch, due) VALUES (1, 1, '', 0, 'linked')");
  database.close();
  return await runHeadless({ ANTRE_PRINTER: 'none' }, hall.dataDir);
}

function bytesOfRow(file) {
  const database = new Database(file, { readonly: true });
  const one = (sql) => database.prepare(sql).pluck().get();
  const rows = one("SELECT count(*) FROM journal WHERE kind = 'ticket_step'");
  if (rows === 0) throw new Error('the linked hall kept no journal');
  const bytes =
    one("SELECT sum(pgsize) FROM dbstat WHERE name = 'journal'") / one('SELECT count(*) FROM journal');
  database.close();
  return bytes;
}
