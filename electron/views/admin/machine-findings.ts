import type { ClockDoubtKind } from '../../contract/admin-clock';
import type { Finding } from '../../contract/admin-hall';
import { type RuntimeSupport, tooHotCelsius } from '../../contract/admin-health';
import type { LastUpdate } from '../../contract/admin-updates';
import { localInstant } from '../../queue/local-instant';
import type { ViewContext } from '../view-context';

/** What the server knows of its machine and its pages. */
export interface MachineState {
  /** Why the computer's clock isn't believed, or null. */
  readonly clock: ClockDoubtKind | null;
  readonly disk: { readonly freeBytes: number; readonly state: 'enough' | 'low' | 'full' };
  /** Why Antre was started again; `at` in milliseconds since 1970 UTC, as in `pageFaults`. */
  readonly restarts: readonly {
    readonly at: number;
    readonly reason: string;
    readonly detail: string;
    readonly error: string;
  }[];
  /** How Antre's runs ended, the newest first; `at` as above. */
  readonly endings: readonly { readonly at: number; readonly how: string }[];
  /** The processor's temperature in degrees Celsius, or null. */
  readonly celsius: number | null;
  /** Whether what runs Antre still gets its faults mended. */
  readonly support: Pick<RuntimeSupport, 'name' | 'version' | 'state' | 'until'>;
  /** How the last update went; `at` is a local moment. Null: none was made. */
  readonly update: Pick<LastUpdate, 'at' | 'outcome' | 'version' | 'detail'> | null;
  readonly pageFaults: readonly {
    readonly surface: string;
    readonly kind: string;
    readonly message: string;
    readonly at: number;
    readonly count: number;
  }[];
}

/** What is older is no longer news. */
const newsMs = 7 * 24 * 60 * 60_000;
const maxPageFaults = 5;

/** What an admin should know of the machine: a disk that fills, heat, a runtime that nobody mends any more, power cuts, restarts by reason, faults of pages. */
export function machineFindings(
  { hall, now }: Pick<ViewContext, 'hall' | 'now'>,
  { clock, disk, restarts, endings, celsius, support, update, pageFaults }: MachineState,
): Finding[] {
  const isNews = ({ at }: { readonly at: number }) => now - at < newsMs;
  const when = (at: number) => localInstant(at, hall.settings.timezone);
  const recent = restarts.filter(isNews);
  const [lastPowerCut, ...others] = endings.filter(({ how }) => how === 'power').filter(isNews);
  const reasons = [...new Set(recent.map(({ reason }) => reason))];
  return [
    ...(clock === null ? [] : [{ ...machine, kind: 'clock' as const, detail: clock }]),
    ...(disk.state === 'enough'
      ? []
      : [{ ...machine, kind: `disk_${disk.state}` as const, detail: String(disk.freeBytes) }]),
    ...(celsius !== null && celsius >= tooHotCelsius
      ? [{ ...machine, kind: 'too_hot' as const, detail: String(celsius) }]
      : []),
    ...(support.state === 'supported'
      ? []
      : [
          {
            ...machine,
            kind: `runtime_${support.state}` as const,
            detail: `${support.name} ${support.version}`,
          },
        ]),
    ...(update && (update.outcome === 'went_back' || update.outcome === 'stayed')
      ? [
          {
            ...machine,
            kind: 'update' as const,
            detail: update.outcome,
            occurred: { at: update.at, count: 1, error: `${update.version}: ${update.detail}` },
          },
        ]
      : []),
    ...(lastPowerCut
      ? [
          {
            ...machine,
            kind: 'power_cut' as const,
            detail: '',
            occurred: { at: when(lastPowerCut.at), count: others.length + 1, error: '' },
          },
        ]
      : []),
    ...reasons.map((reason): Finding => {
      const rows = recent.filter((each) => each.reason === reason);
      const { at, detail, error } = rows.at(-1) ?? { at: now, detail: '', error: '' };
      const why = [detail, error].filter(Boolean).join('; ');
      return {
        ...machine,
        kind: 'restarted',
        detail: reason,
        occurred: { at: when(at), count: rows.length, error: why },
      };
    }),
    ...pageFaults
      .filter(isNews)
      .slice(-maxPageFaults)
      .reverse()
      .map(
        ({ surface, kind, message, at, count }): Finding => ({
          subject: `page:${surface}`,
          name: null,
          kind: 'page_fault',
          detail: kind,
          occurred: { at: when(at), count, error: message },
        }),
      ),
  ];
}

const machine = { subject: 'machine', name: null } as const;
