import type { Finding } from '../../../electron/contract/admin-hall';
import type { HallToday } from '../../../electron/contract/admin-today';
import { canPrint } from '../../../electron/contract/printer-status';
import { useRoute } from '../../client/use-route';
import { useOffice } from '../../ui/office/frame/office-context';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { useDevices } from '../devices/use-devices';
import { useFindings } from '../findings/use-to-mend';
import { useDevicesNow, usePrintersNow } from '../frame/live-context';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { groupFindings } from './to-do-list';
import { useBackups } from './use-backups';
import { useFindingTitles } from './use-finding-titles';

/** What a to-do is about, which its picture shows. */
export type ToDoKind = 'printer' | 'device' | 'backup' | 'name' | 'finding';

/** Something to do: what is wrong, what follows of it, and its one act. */
export interface ToDoItem {
  readonly key: string;
  readonly kind: ToDoKind;
  readonly title: string;
  readonly follows: string;
  /** Nobody is the worse for it today. */
  readonly canWait: boolean;
  /** What to tell a technician, in the machine's words. */
  readonly error?: string;
  /** Null: there is nothing that can be pressed. `roll`: tells that a new roll is in this printer. */
  readonly act:
    | { readonly text: string; readonly href: string; readonly isFile?: boolean }
    | { readonly text: string; readonly roll: string }
    | null;
}

/** What there is to do in the hall, what can't wait first; undefined: not known yet. */
export function useToDos(today: HallToday | undefined): readonly ToDoItem[] | undefined {
  const found = useFindings().data;
  const ofFindings = useOfFindings(found ?? []);
  const ofPrinters = useOfPrinters();
  const ofDevices = useOfDevices(today);
  const ofBackups = useOfBackups();
  const ofStandards = useOfStandards();
  // Before all of it is known, nobody can say that there is nothing.
  if (!found || !ofPrinters || !ofDevices || !ofBackups || !ofStandards) return undefined;
  return [...ofPrinters, ...ofDevices, ...ofFindings, ...ofBackups, ...ofStandards].sort(
    (one, other) => Number(one.canWait) - Number(other.canWait),
  );
}

function useOfPrinters(): ToDoItem[] | undefined {
  const { t, language } = useTexts();
  const { user } = useOffice();
  const printers = usePrintersNow()?.printers;
  if (!user.wholeHall) return [];
  return printers?.filter(needsSomebody).map((printer): ToDoItem => {
    const { id, name, status, deviceId, target, ticketsLeft, bringPaper } = printer;
    const words = printerWords(language, neededCause(printer));
    const isPaperLow = bringPaper && canPrint(status);
    return {
      key: `printer ${deviceId} ${target}`,
      kind: 'printer',
      title:
        isPaperLow && ticketsLeft !== null
          ? t('home.paperLow', { name, count: ticketsLeft })
          : `${name}: ${words.name}`,
      follows: words.officer,
      canWait: false,
      act:
        isPaperLow && id !== null
          ? { text: t('home.newRoll'), roll: id }
          : {
              text: t('home.act.printer'),
              href: deviceId === builtInKiosk ? '#printer' : `#perangkat?pilih=${deviceId}`,
            },
    };
  });
}

/** Of machines that are away while the hall should be open: at night nobody misses them. */
function useOfDevices(today: HallToday | undefined): ToDoItem[] | undefined {
  const { t } = useTexts();
  const { user } = useOffice();
  const moment = useMoment();
  const states = useDevicesNow();
  const kept = useDevices(user.wholeHall).data;
  if (!user.wholeHall || (today && today.hours !== 'open')) return [];
  if (!today || !states || !kept) return undefined;
  return states.flatMap(({ id, status }): ToDoItem[] => {
    const device = kept.find((each) => each.id === id);
    if (!device || device.revoked || status.online || status.lastSeenAt === null) return [];
    return [
      {
        key: `device ${id}`,
        kind: 'device',
        title: t('home.deviceAway', { name: device.name, time: moment(status.lastSeenAt) }),
        follows: t(`home.deviceAway.${device.kind}`),
        canWait: false,
        act: { text: t('home.act.device'), href: `#perangkat?pilih=${id}` },
      },
    ];
  });
}

/** Standards of service that nobody has written, and those to be reviewed soon. */
function useOfStandards(): ToDoItem[] | undefined {
  const { t } = useTexts();
  const { site, user } = useOffice();
  const isAsked = !site.practice && user.role === 'admin';
  const { data } = useRoute('standardsEvidence', isAsked ? {} : null);
  if (!isAsked) return [];
  if (!data) return undefined;
  const one = (what: 'unwritten' | 'reviewDue', state: string): ToDoItem[] =>
    data[what] === 0
      ? []
      : [
          {
            key: `standards ${what}`,
            kind: 'finding',
            title: t(`home.standards.${what}`, { count: data[what] }),
            follows: t(`home.standards.${what}.follows`),
            canWait: true,
            act: { text: t('home.act.standards'), href: `#standar-pelayanan?keadaan=${state}` },
          },
        ];
  return [...one('reviewDue', 'review'), ...one('unwritten', 'todo')];
}

function useOfBackups(): ToDoItem[] | undefined {
  const { t } = useTexts();
  const { site, user } = useOffice();
  const { backups, takenAt } = useBackups();
  // What is practised with is thrown away.
  if (site.practice || user.role !== 'admin') return [];
  if (!backups || takenAt === undefined) return undefined;
  const newest = backups[0];
  if (!newest) {
    return [
      {
        key: 'backup:none',
        kind: 'backup',
        title: t('home.noBackup'),
        follows: t('home.noBackup.follows'),
        canWait: false,
        act: { text: t('home.act.backup'), href: '#cadangan' },
      },
    ];
  }
  if (takenAt !== null) return [];
  return [
    {
      key: 'backup:taken',
      kind: 'backup',
      title: t('home.backupHere'),
      follows: t('home.backupHere.follows'),
      canWait: false,
      act: { text: t('home.act.download'), href: `/api/v1/admin/backups/${newest.id}/file`, isFile: true },
    },
  ];
}

function useOfFindings(found: readonly Finding[]): ToDoItem[] {
  const { t } = useTexts();
  const { title, follows } = useFindingTitles();
  const groups = groupFindings(found);
  return groups.map((group): ToDoItem => {
    const [first] = group.findings;
    const [of = ''] = first.subject.split(':');
    const { address } = group;
    return {
      key: `${first.subject} ${first.kind} ${first.detail}`,
      kind: group.kind === 'no_name' ? 'name' : of === 'device' ? 'device' : 'finding',
      title: title(group),
      follows: follows(group),
      canWait: group.canWait,
      ...(first.occurred?.error ? { error: first.occurred.error } : {}),
      act:
        address === undefined
          ? null
          : {
              text: t(group.kind === 'no_name' ? 'home.act.name' : actOf(of)),
              href: `#${address}`,
            },
    };
  });
}

const acts = {
  counter: 'home.act.counter',
  service: 'home.act.service',
  desk: 'home.act.desk',
  hours: 'home.act.hours',
  closure: 'home.act.hours',
  device: 'home.act.device',
  user: 'home.act.user',
  day: 'home.act.backup.look',
  machine: 'home.act.machine',
  page: 'home.act.machine',
} as const;

function actOf(subject: string) {
  return subject in acts ? acts[subject as keyof typeof acts] : 'home.act.settings';
}
