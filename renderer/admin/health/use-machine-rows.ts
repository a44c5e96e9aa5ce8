import { type MachineHealth, tooHotCelsius } from '../../../electron/contract/admin-health';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useTexts } from '../texts';
import type { HealthRow } from './health-rows';
import { useTimeSpan } from './use-time-span';

/** With less than this share of its memory left a machine grows slow. */
const lowMemory = 0.05;

/** How the machine is, thing by thing; empty: not known yet. */
export function useMachineRows(health: MachineHealth | undefined): readonly HealthRow[] {
  const { t, language } = useTexts();
  const span = useTimeSpan();
  if (!health) return [];
  const { disk, celsius, memory, clock } = health;
  const size = (bytes: number) => sizeInWords(bytes, language);
  const isHot = celsius !== null && celsius >= tooHotCelsius;
  const isMemoryLow = memory.availableBytes < memory.totalBytes * lowMemory;
  return [
    {
      name: t('health.disk'),
      value: t('health.disk.value', { free: size(disk.freeBytes), total: size(disk.totalBytes) }),
      isFaulty: disk.state !== 'enough',
      help: disk.state === 'enough' ? undefined : t('health.disk.low'),
    },
    {
      name: t('health.heat'),
      value: celsius === null ? t('health.notTold') : t('health.heat.value', { celsius }),
      isFaulty: isHot,
      isPlain: celsius === null,
      help: isHot ? t('health.heat.hot') : undefined,
    },
    {
      name: t('health.memory'),
      value: t('health.memory.value', { free: size(memory.availableBytes), total: size(memory.totalBytes) }),
      isFaulty: isMemoryLow,
      help: `${t('health.memory.own', { own: size(memory.ownBytes) })} ${isMemoryLow ? t('health.memory.low') : ''}`,
    },
    clockRow(),
    { name: t('health.database'), value: size(health.databaseBytes), isPlain: true },
    { name: t('health.copies'), value: size(health.copiesBytes), isPlain: true },
    { name: t('health.log'), value: size(health.logBytes), isPlain: true },
    {
      name: t('health.uptime'),
      value: t('health.uptime.value', {
        machine: span(health.machineUptime * 1000),
        own: span(health.uptime * 1000),
      }),
      isPlain: true,
    },
    ...(health.network === null
      ? []
      : [
          {
            name: t('health.network'),
            value: t(`health.network.${health.network}`),
            isFaulty: health.network === 'atNextStart',
            isPlain: health.network === 'closed',
            help: health.network === 'closed' ? t('health.network.closed.help') : undefined,
          },
        ]),
    { name: t('health.system'), value: health.system, isPlain: true },
  ];

  function clockRow(): HealthRow {
    const name = t('health.clock');
    if (clock.doubt !== null) {
      return { name, value: t('health.clock.doubt'), isFaulty: true, help: t('health.clock.doubt.help') };
    }
    if (clock.synchronised === null) return { name, value: t('health.notTold'), isPlain: true };
    return clock.synchronised
      ? { name, value: t('health.clock.synchronised') }
      : { name, value: t('health.clock.alone'), isPlain: true, help: t('health.clock.alone.help') };
  }
}
