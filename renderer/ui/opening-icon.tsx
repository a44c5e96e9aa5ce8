import { IconClock, IconCoffee, IconPlayerPause, IconTicketOff } from '@tabler/icons-react';
import type { ServiceStatus } from '../../electron/contract/site';

const icons = {
  closed: IconClock,
  break: IconCoffee,
  quota_full: IconTicketOff,
  paused: IconPlayerPause,
} satisfies Record<Exclude<ServiceStatus, 'open'>, typeof IconClock>;

/** What a state that isn't open is drawn as: clock, cup, struck ticket, bars. */
export function OpeningIcon({
  status,
  className,
}: {
  readonly status: Exclude<ServiceStatus, 'open'>;
  readonly className?: string | undefined;
}) {
  const Icon = icons[status];
  return <Icon className={className} stroke={2} aria-hidden="true" />;
}
