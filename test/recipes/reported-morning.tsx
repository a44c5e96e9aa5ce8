import { newTicket } from '../../electron/actions/new-ticket';
import { summaryRow } from '../../electron/contract/reports';
import { query } from '../../electron/store/store';
import { summaryTable } from '../../electron/views/reports/report-file';
import { summaryView } from '../../electron/views/reports/summary-view';
import { SummaryTable } from '../../renderer/reports/figures/summary-table';
import { PeriodProvider } from '../../renderer/reports/period/period';
import { testHall } from '../support/test-hall';
import { drawnForAdmin } from './drawn-office';

/**
 * Returns what is told of a morning on which visitors of counter A waited so many seconds each: the row as the contract has
 * it, the table of its file in Indonesian, and the page's table as HTML.
 */
export async function reportedMorning(waits: readonly number[]) {
  const hall = testHall();
  for (const wait of waits) {
    hall.act({ kind: 'system' }, (context) => {
      const service = context.hall.service.get(hall.serviceId('A'));
      if (!service) throw new Error('counter A has a service');
      const { ticketId } = newTicket(context, service, { priority: null, language: 'id', paper: 'none' });
      context.transaction.run(
        query
          .updateTable('steps')
          .set({ calledAt: context.now + wait * 1000 })
          .where('ticketId', '=', ticketId),
      );
    });
  }
  const look = hall.view();
  const date = look.businessDate;
  const rows = summaryRow
    .array()
    .parse(summaryView(look, { from: date, to: date, by: 'counter', reach: null }));
  return {
    rows,
    table: summaryTable(rows, 'counter', 'id'),
    html: await drawnForAdmin(
      <PeriodProvider today={date}>
        <SummaryTable by="counter" rows={rows} />
      </PeriodProvider>,
      {},
    ),
  };
}
