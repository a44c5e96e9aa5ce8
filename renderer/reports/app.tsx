import type { User } from '../../electron/contract/staff';
import { useSharedLine } from '../client/live/shared-line';
import { useLine } from '../client/live/use-live-line';
import { DraftsProvider } from '../ui/office/drafts';
import { Entrance } from '../ui/office/entrance';
import { OfficeFrame } from '../ui/office/frame/office-frame';
import { HelpAlarm, helpTopic } from '../ui/office/help-alarm';
import { OfficeGate } from '../ui/office/office-gate';
import { sections } from './frame/sections';
import { PeriodProvider } from './period/period';
import { useTexts } from './texts';

/** The managers' page: sign-in, then the sections, all over the period that was chosen. */
export function App() {
  const { t } = useTexts();
  return (
    <OfficeGate page={t('page')} purpose={t('page.purpose')} watchSession>
      {({ site, user }) =>
        user.role === 'staff' ? (
          <Entrance title={t('onlyManagers.title')} hall={site.name}>
            <p>{t('onlyManagers.sentence')}</p>
            <a href="/staff">{t('toDesks')}</a>
          </Entrance>
        ) : (
          <PeriodProvider today={site.businessDate}>
            <DraftsProvider key={user.id}>
              <Frame user={user} />
            </DraftsProvider>
          </PeriodProvider>
        )
      }
    </OfficeGate>
  );
}

function Frame({ user }: { readonly user: User }) {
  const { t } = useTexts();
  const live = useSharedLine([helpTopic]);
  return (
    <OfficeFrame
      place="reports"
      sections={sections}
      nameOf={t}
      line={useLine(live)}
      alert={<HelpAlarm live={live} user={user} />}
    />
  );
}
