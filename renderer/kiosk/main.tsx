import '../ui/browsers/polyfills';
import '../ui/fonts';
import '../ui/tokens.css';
import './ground.css';
import { actOncePerPress } from '../client/act-once';
import { startPage } from '../ui/page/start-page';
import { Kiosk } from './kiosk';

actOncePerPress();
// A kiosk has no menu of its own to offer, and nothing on it may be dragged away.
for (const event of ['contextmenu', 'dragstart']) {
  window.addEventListener(event, (gesture) => gesture.preventDefault());
}

startPage('kiosk', 'root', <Kiosk />);
