import '../ui/browsers/polyfills';
import '../ui/fonts';
import '../ui/tokens.css';
import './ground.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { actOncePerPress } from '../client/act-once';
import { Kiosk } from './kiosk';

actOncePerPress();
// A kiosk has no menu of its own to offer, and nothing on it may be dragged away.
for (const event of ['contextmenu', 'dragstart']) {
  window.addEventListener(event, (gesture) => gesture.preventDefault());
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Kiosk />
  </StrictMode>,
);
