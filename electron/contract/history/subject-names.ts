import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/office/history-subjects.json';

export type SubjectKind = keyof typeof indonesian;

/** What an act was done to, by the noun before the colon of a row's subject: `counter:3`, or the whole of `settings`. */
export const subjectNames = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/history-subjects.json', { eager: true, import: 'default' }),
);
