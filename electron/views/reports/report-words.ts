import { catalogue } from '../../texts/catalogue';
import type columns from '../../texts/id/office/report-columns.json';
import type files from '../../texts/id/office/report-files.json';

/** What stands in the reports' files. */
export const reportTexts = catalogue<typeof files & typeof columns>(
  import.meta.glob('../../texts/*/office/{report-files,report-columns}.json', {
    eager: true,
    import: 'default',
  }),
);
