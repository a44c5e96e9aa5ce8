export { ExitScreen } from './exit/exit-screen';
export { LargeHome } from './home/large-home';
export { ScannedTicket } from './scanned/scanned-ticket';
export { StandardButton } from './standard/standard-button';
export { StandardScreen } from './standard/standard-screen';
