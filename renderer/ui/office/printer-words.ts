import type { Language } from '../../../electron/contract/languages';
import type { PrinterCause } from '../../../electron/contract/printer-status';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/office/printer-causes.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/office/printer-causes.json', {
    eager: true,
    import: 'default',
  }),
);

/** What a cause is called, what an officer does about it, and what more an admin should know; empty: nothing more. */
export interface PrinterWords {
  readonly name: string;
  readonly officer: string;
  readonly admin: string;
}

/** The words for a cause on office pages, in the page's language. */
export function printerWords(language: Language, cause: PrinterCause): PrinterWords {
  const t = texts.in(language);
  return {
    name: t(`${cause}.name`),
    officer: t(`${cause}.officer`),
    admin: t(`${cause}.admin` as keyof typeof indonesian),
  };
}
