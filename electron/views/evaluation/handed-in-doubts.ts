import type { HandedInDoubt } from '../../contract/evaluation/evaluation';
import { readKnownPersons } from '../../store/known-persons';
import { query } from '../../store/store';
import { findPersons } from '../../survey/find-persons';
import type { ViewContext } from '../view-context';
import { answersOf } from './answers-view';

/** What of the words and names of files that go into a year's file looks as if it led to somebody. */
export function handedInDoubts({ reader }: ViewContext, year: number): HandedInDoubt[] {
  const known = readKnownPersons(reader, null);
  const doubtsOf = (where: HandedInDoubt['where'], number: number | null, text: string): HandedInDoubt[] => {
    const found = findPersons(text, known);
    return found.length > 0 ? [{ where, number, found }] : [];
  };
  const plans = reader.all(
    query
      .selectFrom('follow_ups')
      .where('reportedDate', 'like', `${year}-%`)
      .select(['id', 'action', 'proof'])
      .orderBy('id'),
  );
  const ofYear = new Set(plans.map(({ id }) => String(id)));
  const files = reader.all(
    query.selectFrom('kept_files').select(['ownerKind', 'ownerId', 'name']).orderBy('id'),
  );
  return [
    ...[...answersOf(reader, year)].flatMap(([number, { words }]) => doubtsOf('words', number, words)),
    ...plans.flatMap(({ action, proof }) => doubtsOf('plan', null, `${action}\n${proof ?? ''}`)),
    ...files.flatMap(({ ownerKind, ownerId, name }) => {
      if (ownerKind === 'follow_up') return ofYear.has(ownerId) ? doubtsOf('file', null, name) : [];
      const isOfYear = ownerKind === 'indicator' && ownerId.startsWith(`${year}-`);
      return isOfYear ? doubtsOf('file', Number(ownerId.slice(5)), name) : [];
    }),
  ];
}
