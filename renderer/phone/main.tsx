import '../ui/fonts';
import '../ui/tokens.css';
import { createInstance } from 'i18next';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { languages } from '../../electron/contract/languages';
import { actOncePerPress } from '../client/act-once';
import { startPage } from '../ui/page/start-page';
import { ComplaintPage } from './complaint/complaint-page';
import { WritePage } from './complaint/write-page';
import { FollowPage } from './follow-page';
import { JoinPage } from './join/join-page';
import { DeskTablet } from './survey/desk-tablet';
import { SurveyPage } from './survey/survey-page';
import surveyEn from './survey/texts/en.json';
import surveyId from './survey/texts/id.json';
import surveyJv from './survey/texts/jv.json';
import en from './texts/en.json';
import id from './texts/id.json';
import jv from './texts/jv.json';

actOncePerPress();

const texts = createInstance();
texts.use(initReactI18next).init({
  lng: 'id',
  fallbackLng: 'id',
  supportedLngs: languages,
  resources: {
    id: { translation: id, survey: surveyId },
    en: { translation: en, survey: surveyEn },
    jv: { translation: jv, survey: surveyJv },
  },
  interpolation: { escapeValue: false },
});
texts.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

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

startPage('phone', 'root', <I18nextProvider i18n={texts}>{pageAt(location.pathname)}</I18nextProvider>);
