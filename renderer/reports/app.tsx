import type { User } from '../../electron/contract/staff';
import { useSharedLine } from '../client/live/shared-line';
import { useLine } from '../client/live/use-live-line';
import { useRoute } from '../client/use-route';
import { DraftsProvider } from '../ui/office/drafts';
import { Entrance } from '../ui/office/entrance';
import { OfficeFrame } from '../ui/office/frame/office-frame';
import { HelpAlarm, helpTopic } from '../ui/office/help-alarm';
import { OfficeGate } from '../ui/office/office-gate';
import { openComplaints } from './complaints/open-complaints';
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

/** Visitors complain without anybody's act on this page. */
const askAgainMs = 60_000;

function Frame({ user }: { readonly user: User }) {
  const { t } = useTexts();
  // As its card in the overview asks, so that it is asked once for both.
  const complaints = useRoute('complaints', openComplaints, { refetchInterval: askAgainMs });
  const live = useSharedLine([helpTopic]);
  return (
    <OfficeFrame
      place="reports"
      sections={sections}
      nameOf={t}
      line={useLine(live)}
      toMend={{ aduan: complaints.data?.open ?? 0 }}
      alert={<HelpAlarm live={live} user={user} />}
    />
  );
}
