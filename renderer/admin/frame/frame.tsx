import { useState } from 'react';
import type { Site } from '../../../electron/contract/site';
import type { User } from '../../../electron/contract/staff';
import { useSharedLine } from '../../client/live/shared-line';
import { HelpAlarm } from '../../ui/office/help-alarm';
import { BandButton, OfficeFrame } from '../../ui/office/office-frame';
import { GoLiveDialog } from '../hall/go-live-dialog';
import { useTexts } from '../texts';
import { ClockAlert } from './clock-alert';
import { DiskAlert } from './disk-alert';
import { HardwareAlert } from './hardware-alert';
import { LineAlert } from './line-alert';
import { LiveContext, liveTopics } from './live-context';
import { sections, setUp } from './sections';
import { UserContext } from './user-context';

/** The admin's sections in the office's frame, with the way out of practice mode. */
export function Frame(props: {
  readonly site: Site;
  readonly user: User;
  readonly onSignOut: () => void;
  readonly onOwnPassword: () => void;
}) {
  const { site, user } = props;
  const { t } = useTexts();
  const live = useSharedLine(liveTopics(user));
  const [goingLive, setGoingLive] = useState(false);
  return (
    <UserContext value={user}>
      <LiveContext value={live}>
        <OfficeFrame
          site={site}
          user={user}
          sections={site.practice && user.role === 'admin' ? [setUp, ...sections] : sections}
          nameOf={t}
          band={
            site.practice &&
            user.role === 'admin' && (
              <BandButton onClick={() => setGoingLive(true)}>{t('goLive.open')}</BandButton>
            )
          }
          alert={
            <>
              <HelpAlarm live={live} user={user} />
              <LineAlert />
              <DiskAlert />
              {user.wholeHall && <ClockAlert />}
              {user.wholeHall && <HardwareAlert />}
            </>
          }
          away={[
            { href: '/reports', name: t('toReports') },
            { href: '/staff', name: t('toDesks') },
          ]}
          onSignOut={props.onSignOut}
          onOwnPassword={props.onOwnPassword}
        />
        {goingLive && <GoLiveDialog site={site} onClose={() => setGoingLive(false)} />}
      </LiveContext>
    </UserContext>
  );
}
