import '../ui/browsers/polyfills';
import '../ui/fonts';
import '../ui/tokens.css';
import './ground.css';
import { actOncePerPress } from '../client/act-once';
import { keepAsItStands } from '../client/visited-page';
import { startPage } from '../ui/page/start-page';
import { Kiosk } from './kiosk';

actOncePerPress();
keepAsItStands();

startPage('kiosk', 'root', <Kiosk />);
