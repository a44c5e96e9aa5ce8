import { useState } from 'react';
import { useSharedLine } from '../../client/live/shared-line';
import { useLine } from '../../client/live/use-live-line';
import { useOffice } from '../../ui/office/frame/office-context';
import { OfficeFrame } from '../../ui/office/frame/office-frame';
import { HelpAlarm } from '../../ui/office/help-alarm';
import { useToMend } from '../findings/use-to-mend';
import { GoLiveDialog } from '../hall/go-live-dialog';
import { useTexts } from '../texts';
import { ClockAlert } from './clock-alert';
import { DiskAlert } from './disk-alert';
import { HardwareAlert } from './hardware-alert';
import { LineAlert } from './line-alert';
import { LiveContext, liveTopics } from './live-context';
import { sections } from './sections';
import { usePreparing } from './use-preparing';
import { useRowsAtLeisure } from './use-rows-at-leisure';
import { UserContext } from './user-context';

/** The admin's sections in the office's frame, with the way out of practice mode. */
export function Frame() {
  const { site, user } = useOffice();
  const { t } = useTexts();
  const live = useSharedLine(liveTopics(user));
  const [goingLive, setGoingLive] = useState(false);
  const isPreparing = usePreparing();
  useRowsAtLeisure();
  return (
    <UserContext value={user}>
      <LiveContext value={live}>
        <OfficeFrame
          place="admin"
          sections={sections}
          nameOf={t}
          line={useLine(live)}
          toMend={useToMend()}
          alert={
            <>
              <HelpAlarm live={live} user={user} />
              <LineAlert />
              <DiskAlert />
              {user.wholeHall && <ClockAlert />}
              {user.wholeHall && <HardwareAlert />}
            </>
          }
          {...(isPreparing ? { onGoLive: () => setGoingLive(true) } : {})}
        />
        {goingLive && <GoLiveDialog site={site} onClose={() => setGoingLive(false)} />}
      </LiveContext>
    </UserContext>
  );
}
