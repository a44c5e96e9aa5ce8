import '../ui/browsers/abort-signal-timeout';
import '../ui/fonts';
import '../ui/tokens.css';
import './ground.css';
import { actOncePerPress } from '../client/act-once';
import { keepAsItStands } from '../client/visited-page';
import { startPage } from '../ui/page/start-page';
import { fetchQrCodes } from '../ui/qr-code';
import { Kiosk } from './kiosk';

actOncePerPress();
keepAsItStands();

startPage('kiosk', 'root', <Kiosk />);
// Wanted by the first ticket, not by the first tap.
requestIdleCallback(() => void fetchQrCodes());
