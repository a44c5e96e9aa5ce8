import 'core-js/actual/array/find-last-index';
import '../ui/browsers/abort-signal-timeout';
import '../ui/fonts';
import '../ui/tokens.css';
import { startPage } from '../ui/page/start-page';
import './display.css';
import { DisplayPage } from './display-page';
import { DoorPage } from './door/door-page';

// `?zone=Barat`: a screen that hangs in one part of the hall shows and speaks that part's calls only, whatever an
// admin has assigned it.
const zone = new URLSearchParams(location.search).get('zone') ?? undefined;
const isDoor = location.pathname === '/pintu';
startPage('display', 'page', isDoor ? <DoorPage /> : <DisplayPage zone={zone} />);
