import { prepared } from './prepared';
import { query, type Reader } from './store';

/** Numbers that were given on paper, typed in later. */
export interface StoredPaperBlock {
  readonly id: number;
  readonly businessDate: string;
  readonly serviceId: number;
  readonly counterId: number;
  readonly fromNumber: number;
  readonly toNumber: number;
  readonly served: number;
  readonly noShow: number;
  /** By the clock on the wall: `09:15`. */
  readonly firstAt: string;
  readonly lastAt: string;
}

const blocks = prepared((values: { from: string; to: string }) =>
  query
    .selectFrom('paper_blocks')
    .innerJoin('services', 'services.id', 'paper_blocks.serviceId')
    .where('businessDate', '>=', values.from)
    .where('businessDate', '<=', values.to)
    .orderBy('businessDate')
    .orderBy('paper_blocks.id')
    .select([
      'paper_blocks.id',
      'businessDate',
      'serviceId',
      'services.counterId',
      'fromNumber',
      'toNumber',
      'served',
      'noShow',
      'firstAt',
      'lastAt',
    ]),
);

/** The blocks of some business dates, both included. */
export function readPaperBlocks(
  reader: Reader,
  period: { readonly from: string; readonly to: string },
): StoredPaperBlock[] {
  return reader.all(blocks({ from: period.from, to: period.to }));
}
