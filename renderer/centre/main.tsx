import 'core-js/actual/array/to-sorted';
import 'core-js/actual/object/has-own';
import './mantine';
import { startOfficePage } from '../ui/office/start-office-page';
import { App } from './app';

startOfficePage('centre', <App />);
