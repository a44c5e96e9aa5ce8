import '../ui/fonts';
import '../ui/tokens.css';
import { actOncePerPress } from '../client/act-once';
import { startPage } from '../ui/page/start-page';
import { ComplaintPage } from './complaint/complaint-page';
import { WritePage } from './complaint/write-page';
import { FollowPage } from './follow-page';
import { JoinPage } from './join/join-page';
import { DeskTablet } from './survey/desk-tablet';
import { SurveyPage } from './survey/survey-page';
import { TextsProvider } from './texts';

actOncePerPress();

/** What the address leads to: `/t/TOKEN`, `/gabung/CODE`, `/survey/TOKEN`, `/survey/desk/ID`, `/aduan`, `/aduan/CODE`, `/aduan/baru`, `/aduan/baru/TOKEN`. */
function pageAt(path: string) {
  const [, page = '', first = '', second = ''] = path.split('/');
  if (page === 'gabung') return <JoinPage code={first} />;
  if (page === 'survey' && first === 'desk') return <DeskTablet deskId={second} />;
  if (page === 'survey') return <SurveyPage token={first} />;
  if (page === 'aduan' && first === 'baru') return <WritePage token={second} />;
  if (page === 'aduan') return <ComplaintPage code={first} />;
  return <FollowPage token={first} />;
}

startPage('phone', 'root', <TextsProvider>{pageAt(location.pathname)}</TextsProvider>);
