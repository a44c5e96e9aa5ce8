import { expect, test } from 'vitest';
import { issueTicket } from '../../../electron/actions/issue-ticket';
import { reportJob } from '../../../electron/actions/paper/report-job';
import type { PrintJobReport } from '../../../electron/contract/print-jobs';
import type { PrintJobState } from '../../../electron/store/schema';
import { query } from '../../../electron/store/store';
import { kiosk, testHall } from '../../support/test-hall';

const before: readonly PrintJobState[] = [
  'queued',
  'sending',
  'uncertain',
  'printed',
  'unconfirmed',
  'dropped',
];
const printed: PrintJobReport = { state: 'printed', proof: 'gs_r' };
const reports: readonly PrintJobReport[] = [
  { state: 'sending' },
  { state: 'queued' },
  printed,
  { state: 'unconfirmed' },
  { state: 'uncertain' },
  { state: 'dropped' },
];

/** Makes jobs in a state that is asked for, each with a ticket of its own. */
function jobs() {
  const hall = testHall();
  return (state: PrintJobState) => {
    const { ticketId } = hall.act(kiosk, (context) =>
      issueTicket(context, {
        serviceId: hall.serviceId('A'),
        priority: null,
        language: 'id',
        printerReady: true,
      }),
    );
    const own = query.selectFrom('print_jobs').where('ticketId', '=', ticketId);
    const jobId = hall.store.first(own.select('id'))?.id ?? 0;
    hall.store.write((transaction) =>
      transaction.run(query.updateTable('print_jobs').set({ state, attempts: 1 }).where('id', '=', jobId)),
    );
    return {
      report: (report: PrintJobReport) =>
        hall.act({ kind: 'system' }, (context) => reportJob(context, { jobId, report, printerId: null })),
      now: () => hall.store.first(own.select(['state', 'copy', 'attempts', 'proof'])),
      ticket: () =>
        hall.store.first(query.selectFrom('tickets').select(['status', 'paper']).where('id', '=', ticketId)),
    };
  };
}

test('a report follows some states, and changes nothing in any other', () => {
  const jobIn = jobs();
  const accepted: string[] = [];
  for (const state of before) {
    for (const report of reports) {
      const job = jobIn(state);
      const was = job.now();
      if (job.report(report)) accepted.push(`${state} → ${job.now()?.state}`);
      else expect(job.now()).toEqual(was);
    }
  }
  expect(accepted).toEqual([
    'queued → sending',
    'sending → queued',
    'sending → printed',
    'sending → unconfirmed',
    'sending → uncertain',
    'uncertain → sending',
    'uncertain → dropped',
  ]);
});

test('a paper of unknown fate is a copy from then on, also where no byte of the next try left', () => {
  const job = jobs()('sending');
  expect(job.report({ state: 'uncertain' })).toBe(true);
  expect(job.now()).toEqual({ state: 'uncertain', copy: 1, attempts: 1, proof: null });
  expect(job.report({ state: 'sending' })).toBe(true);
  expect(job.now()?.attempts).toBe(2);
  expect(job.report({ state: 'queued' })).toBe(true);
  expect(job.now()).toEqual({ state: 'uncertain', copy: 1, attempts: 1, proof: null });
  expect(job.ticket()).toEqual({ status: 'printing', paper: 'pending' });
});

test('a paper that is out lets its ticket wait to be called', () => {
  const job = jobs()('sending');
  expect(job.report(printed)).toBe(true);
  expect(job.now()).toEqual({ state: 'printed', copy: 0, attempts: 1, proof: 'gs_r' });
  expect(job.ticket()).toEqual({ status: 'waiting', paper: 'printed' });
});
