import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBatch, unpackBatch } from '../../../electron/contract/centre/batch';
import { chainFault, hashAfter, hashBefore } from '../../../electron/contract/centre/journal-hash';
import { journalKinds, readEntry } from '../../../electron/contract/centre/journal-kinds';
import type { JournalRow } from '../../../electron/contract/centre/journal-row';
import { judgeBatch } from '../../../electron/contract/centre/judge-batch';
import { mostBatchBytes } from '../../../electron/contract/centre/wire';
import { journalKindNames } from '../../../electron/contract/journal-kind-names';
import { runCount } from '../../support/run-count';

const hallId = 'hall-of-tests-00000000';

/** Rows of an epoch, chained as a hall chains them. */
function rowsOf(bodies: readonly string[], epoch = 1): JournalRow[] {
  let hash = hashBefore(hallId, epoch);
  return bodies.map((body, index) => {
    const kind = index === 0 ? 'epoch_opened' : 'ticket_step';
    const row = { epoch, seq: index + 1, at: 1_764_000_000_000 + index, kind, version: 1, body };
    hash = hashAfter(hash, row);
    return { ...row, hash };
  });
}
const bodies = fc.array(
  fc.json({ maxDepth: 2 }).filter((text) => text.length >= 2),
  { minLength: 2, maxLength: 30 },
);
const knownOf = (rows: readonly JournalRow[]) => new Map(rows.map(({ seq, hash }) => [seq, hash]));
const positionOf = ({ epoch, seq, hash }: JournalRow) => ({ epoch, seq, hash });

test('the hash of a row is that of its written characters, and stays what it was', () => {
  const [opened] = rowsOf(['{"reason":"linked","after":null}']);

  expect(hashBefore(hallId, 1)).toBe('K8odcGxPdzDsC6H92zjYx1qCndczwA0hzBqV0NJPuuI');
  expect(opened?.hash).toBe('FuX9CL3ZwiEefChvmlAV4i0sagYlahwh8Z4CPn6C7GY');
});

test('rows that were changed, left out, doubled or exchanged do not follow each other', () => {
  fc.assert(
    fc.property(
      bodies,
      fc.nat(),
      fc.constantFrom('body', 'at', 'drop', 'double', 'exchange'),
      (texts, pick, harm) => {
        const rows = rowsOf(texts);
        const start = { epoch: 1, seq: 0, hash: hashBefore(hallId, 1) };
        expect(chainFault(start, rows)).toBeNull();

        const at = pick % (rows.length - 1);
        const harmed = rows.map((row) => ({ ...row }));
        const [one, next] = [harmed[at] as JournalRow, harmed[at + 1] as JournalRow];
        if (harm === 'body') one.body += ' ';
        if (harm === 'at') one.at += 1;
        if (harm === 'drop') harmed.splice(at, 1);
        if (harm === 'double') harmed.splice(at, 0, one);
        if (harm === 'exchange') harmed.splice(at, 2, { ...next, seq: one.seq }, { ...one, seq: next.seq });

        expect(chainFault(start, harmed)).not.toBeNull();
      },
    ),
    { numRuns: runCount(200) },
  );
});

test('whatever part of a journal comes again, the centre takes what follows and nothing else', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(), fc.nat(), (texts, a, b, c) => {
      const rows = rowsOf(texts);
      const taken = a % (rows.length + 1);
      const from = b % rows.length;
      const sent = rows.slice(from, from + 1 + (c % (rows.length - from)));
      const last = rows[taken - 1];
      const there = { hallId, have: last ? positionOf(last) : null, known: knownOf(rows.slice(0, taken)) };

      const judgement = judgeBatch({ format: 1, epoch: 1, rows: sent }, there);

      expect(judgement).toEqual(
        from > taken
          ? { judged: 'gap' }
          : { judged: 'follows', newFrom: Math.min(sent.length, taken - from) },
      );
    }),
    { numRuns: runCount(200) },
  );
});

test('another row at a place that is taken, or after it, differs; new rows of an ended epoch are two machines', () => {
  const ours = rowsOf(['{}', '{"a":1}', '{"a":2}']);
  const theirs = rowsOf(['{}', '{"a":1}', '{"b":2}', '{"b":3}']);
  const have = positionOf(ours[2] as JournalRow);
  const there = { hallId, have, known: knownOf(ours) };
  const judge = (rows: JournalRow[], changed: Partial<typeof there> = {}) =>
    judgeBatch({ format: 1, epoch: rows[0]?.epoch ?? 1, rows }, { ...there, ...changed }).judged;

  expect(judge(theirs.slice(2, 3))).toBe('differs');
  expect(judge(theirs.slice(3))).toBe('differs');
  const later = rowsOf(['{}'], 2);
  expect(judge(later, { known: new Map() })).toBe('follows');
  const ended = { have: positionOf(later[0] as JournalRow) };
  expect(judge(ours.slice(1), ended)).toBe('follows');
  expect(judge(theirs.slice(2), ended)).toBe('two_machines');
});

test('rows that do not follow each other, or open an epoch in its midst, are malformed', () => {
  const rows = rowsOf(['{}', '{}', '{}']);
  const there = { hallId, have: null, known: new Map<number, string>() };
  const judge = (changed: JournalRow[]) => judgeBatch({ format: 1, epoch: 1, rows: changed }, there).judged;
  const [one, two, three] = rows as [JournalRow, JournalRow, JournalRow];

  expect(judge([one, three])).toBe('malformed');
  expect(judge([one, { ...two, at: 1 }])).toBe('malformed');
  expect(judge([{ ...one, at: 1 }])).toBe('malformed');
  expect(judge([one, { ...two, kind: 'epoch_opened' }, three])).toBe('malformed');
  expect(judge([{ ...one, kind: 'ticket_step' }])).toBe('malformed');
});

test('a batch comes out as it went in; anything else is no batch, however it is packed', () => {
  const batch = { format: 1, epoch: 1, rows: rowsOf(['{}', '{"n":"é\\u0000"}']) } as const;
  const packed = packBatch({ ...batch, rows: [...batch.rows] });

  expect(unpackBatch(packed)).toEqual(batch);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(unpackBatch(bytes)).toBeNull();
    }),
    { numRuns: runCount(100) },
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(unpackBatch(gzipSync(text))).toBeNull();
    }),
    { numRuns: runCount(100) },
  );
  // Would unpack to more than the memory is meant for.
  expect(unpackBatch(gzipSync(Buffer.alloc(mostBatchBytes + 1, 32)))).toBeNull();
});

test('what a kind does not know, of a visitor above all, is parked, and never thrown', () => {
  const call = {
    ticketId: 7,
    date: '2026-11-24',
    serviceId: 1,
    deskId: 2,
    practice: false,
    recall: false,
    waited: 60,
  };
  const read = (body: object | string, version = 1, kind = 'call') =>
    readEntry({ kind, version, body: typeof body === 'string' ? body : JSON.stringify(body) });

  expect(read(call)).toEqual({ entry: { kind: 'call', version: 1, body: call } });
  expect(read({ ...call, note: 'Ibu Sari' })).toEqual({ parked: 'other_shape' });
  expect(read({ ...call, waited: -1 })).toEqual({ parked: 'other_shape' });
  expect(read('{')).toEqual({ parked: 'no_json' });
  expect(read(call, 2)).toEqual({ parked: 'unknown_version' });
  expect(read(call, 1, 'appointment')).toEqual({ parked: 'unknown_kind' });
  fc.assert(
    fc.property(fc.string(), fc.integer(), fc.oneof(fc.json(), fc.string()), (kind, version, body) => {
      expect(Object.keys(readEntry({ kind, version, body }))).toHaveLength(1);
    }),
    { numRuns: runCount(200) },
  );
  for (const kind of ['constructor', '__proto__', 'toString']) {
    expect(read(call, 1, kind)).toEqual({ parked: 'unknown_kind' });
  }
});

test('what is told of a ticket is its row, its date and where it is, and nothing of its visitor', () => {
  const told = [journalKinds.ticket_step[1], journalKinds.call[1]].map(({ shape }) => Object.keys(shape));

  expect(told).toEqual([
    ['step', 'ticketId', 'date', 'serviceId', 'deskId', 'practice'],
    ['ticketId', 'date', 'serviceId', 'deskId', 'practice', 'recall', 'waited'],
  ]);
});

test('pages have a name for each kind', () => {
  expect(Object.keys(journalKinds)).toEqual(journalKindNames);
});
