import '../ui/browsers/polyfills';
import './mantine';
import { startOfficePage } from '../ui/office/start-office-page';
import { App } from './app';

startOfficePage('admin', <App />);
