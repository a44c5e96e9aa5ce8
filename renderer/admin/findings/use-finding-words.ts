import type { CentreContact } from '../../../electron/contract/admin-centre';
import type { ClockDoubtKind } from '../../../electron/contract/admin-clock';
import type { DrillOutcome, PlaceFault } from '../../../electron/contract/admin-copies';
import type { ClosingStep, Finding, RestartReason } from '../../../electron/contract/admin-hall';
import type { Language } from '../../../electron/contract/common';
import type { PageFault } from '../../../electron/contract/page-faults';
import type { ScannerState } from '../../../electron/contract/scanner';
import type { StandbyTrouble } from '../../../electron/contract/standby';
import type { TouchScreen } from '../../../electron/contract/touch-screen';
import { formatDate } from '../../i18n/time';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';

type Faulty<State extends string> = Exclude<State, 'none' | 'working'>;

/** Of these there is one alone. */
const namedKinds = ['hall', 'ticket', 'machine', 'https', 'copies', 'speech'] as const;
const isNamedKind = (kind: string): kind is (typeof namedKinds)[number] =>
  (namedKinds as readonly string[]).includes(kind);

/** What happened so many times in a week won't stop by itself. */
const often = 3;

/** The words for findings: what each is about, what its kind needs, how often it happened. */
export function useFindingWords() {
  const { t, local, language, languageName } = useTexts();
  const moment = useMoment();
  const detailOf = ({ kind, detail: told }: Finding): string => {
    if (kind === 'no_name') return languageName(told as Language);
    if (kind === 'no_counter') return told || t('devices.zone.all');
    // Only what isn't well is found.
    if (kind === 'touch_screen') return t(`devices.touch.${told as Faulty<TouchScreen['state']>}`);
    if (kind === 'scanner') return t(`devices.scanner.${told as Faulty<ScannerState>}`);
    if (kind === 'sound_output')
      return t(`findings.sound_output.${told as 'away' | 'cannot_choose' | 'none'}`);
    if (kind === 'clock') return t(`findings.clock.${told as ClockDoubtKind}`);
    if (kind === 'disk_low' || kind === 'disk_full') return sizeInWords(Number(told), language);
    if (kind === 'restarted') return t(`findings.restarted.${told as RestartReason}`);
    if (kind === 'page_fault') return t(`findings.page_fault.${told as PageFault['kind']}`);
    if (kind === 'second_place') return t(`copies.fault.${told as PlaceFault}`);
    if (kind === 'standby') return t(`findings.standby.${told as StandbyTrouble}`);
    if (kind === 'copy_trial') return t(`copies.trial.${told as DrillOutcome | 'overdue'}`);
    if (kind === 'centre') {
      if (told === 'needs_link') return t('centre.finding.needs_link');
      return t(`centre.contact.${told as Exclude<CentreContact, 'reached'>}`);
    }
    if (kind === 'update') return t(`findings.update.${told as 'went_back' | 'stayed'}`);
    if (kind === 'day_closing') return t(`findings.day_closing.${told as ClosingStep}`);
    return told;
  };
  const subjectOf = ({ subject, name }: Finding): string => {
    const [kind = '', id] = subject.split(':');
    if (name) return local(name);
    // Its own name is that of the finding's sentence.
    if (kind === 'centre') return t('findings.centre.subject');
    if (isNamedKind(kind)) return t(`findings.${kind}`);
    if (kind === 'day') return dayInWords(id ?? '', language);
    return kind === 'page' ? t(`findings.page.${id as PageFault['surface']}`) : subject;
  };
  /** The whole of it in a sentence without its subject. */
  const sentenceOf = (finding: Finding): string =>
    t(`findings.${finding.kind}`, {
      detail: detailOf(finding),
      since: finding.occurred?.since ? moment(finding.occurred.since) : '',
      advice: t(finding.detail === 'save' ? 'findings.day_closing.folder' : 'findings.day_closing.advice'),
    });
  /** When it happened last and how often; empty where that is not told. */
  const occurredIn = ({ kind, occurred }: Finding): string => {
    if (!occurred) return '';
    const times = t('findings.occurred', { when: moment(occurred.at), count: occurred.count });
    const isTriedAgain = kind === 'day_closing' || kind === 'second_place' || kind === 'centre';
    return !isTriedAgain && occurred.count >= often ? `${times} ${t('findings.often')}` : times;
  };
  return { detailOf, subjectOf, sentenceOf, occurredIn };
}

/** `Senin, 23 November 2026`; a date that a damaged row made up, as it stands there. */
function dayInWords(date: string, language: Language): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(noon) ? date : formatDate(noon, 'UTC', language, { year: true });
}
