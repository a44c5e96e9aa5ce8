import { IconClock, IconCoffee, IconPlayerPause, IconTicketOff, IconUserOff } from '@tabler/icons-react';
import type { ServiceState } from '../../electron/contract/standing';

const icons = {
  closed: IconClock,
  break: IconCoffee,
  quota_full: IconTicketOff,
  day_full: IconTicketOff,
  stopped: IconPlayerPause,
  promised: IconUserOff,
  away: IconUserOff,
  absent: IconUserOff,
} satisfies Record<Exclude<ServiceState, 'serving'>, typeof IconClock>;

/** What a service that nobody serves is drawn as: clock, cup, struck ticket, bars, struck person. */
export function OpeningIcon({
  state,
  className,
}: {
  readonly state: ServiceState;
  readonly className?: string | undefined;
}) {
  if (state === 'serving') return null;
  const Icon = icons[state];
  return <Icon className={className} stroke={2} aria-hidden="true" />;
}
