import '../ui/fonts';
import '../ui/tokens.css';
import { createInstance } from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { languages } from '../../electron/contract/common';
import { FollowPage } from './follow-page';
import en from './texts/en.json';
import id from './texts/id.json';
import jv from './texts/jv.json';

const root = document.getElementById('root');
const token = /^\/t\/([A-Za-z0-9_-]+)\/?$/.exec(location.pathname)?.[1] ?? '';

const texts = createInstance();
texts.use(initReactI18next).init({
  lng: 'id',
  fallbackLng: 'id',
  supportedLngs: languages,
  resources: { id: { translation: id }, en: { translation: en }, jv: { translation: jv } },
  interpolation: { escapeValue: false },
});
texts.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <FollowPage token={token} />
      </I18nextProvider>
    </StrictMode>,
  );
}
