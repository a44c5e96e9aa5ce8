import '../ui/browsers/polyfills';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts';
import '../ui/tokens.css';
import './display.css';
import { DisplayPage } from './display-page';

const page = document.getElementById('page');
if (page) {
  // `?zone=Barat`: a screen that hangs in one part of the hall shows and speaks that part's calls only, whatever an
  // admin has assigned it.
  const zone = new URLSearchParams(location.search).get('zone') ?? undefined;
  createRoot(page).render(
    <StrictMode>
      <DisplayPage zone={zone} />
    </StrictMode>,
  );
}
