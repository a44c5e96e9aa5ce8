import type { MachineHealth } from '../../../electron/contract/admin-health';
import { dateInWords } from '../../../electron/texts/dates';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import type { HealthRow } from './health-rows';

const earlierShown = 3;

/** How Antre itself is: its version, what runs it, and whether that is still mended; empty: not known yet. */
export function useProgramRows(health: MachineHealth | undefined): readonly HealthRow[] {
  const { t, language } = useTexts();
  const moment = useMoment();
  if (!health) return [];
  const { version, versions, support, runtime } = health;
  const earlier = versions.slice(1);
  // The same version may have run on another runtime before.
  const other = versions.findIndex((each) => each.version !== version);
  const since = versions[(other === -1 ? versions.length : other) - 1];
  return [
    {
      name: t('health.version'),
      value: since ? t('health.version.since', { version, since: moment(since.since) }) : version,
      isPlain: true,
    },
    { name: t('health.runtime'), value: runtime, isPlain: true },
    {
      name: t('health.support'),
      value: inWords(support),
      isFaulty: support.state !== 'supported',
      help: support.state === 'supported' ? undefined : t(`health.support.${support.state}.help`),
    },
    ...(earlier.length === 0
      ? []
      : [
          {
            name: t('health.earlier'),
            value: '',
            isPlain: true,
            help: earlier
              .slice(0, earlierShown)
              .map((each) => `${each.version} (${each.runtime}), ${moment(each.since)}`)
              .join('; '),
          },
        ]),
  ];

  function inWords({ state, until, estimated }: MachineHealth['support']): string {
    if (until === null) return t('health.support.unknown');
    const date = dateInWords(until, language, 'year');
    if (state === 'ended') return t('health.support.ended', { date });
    return t(estimated ? 'health.support.estimated' : 'health.support.until', { date });
  }
}
