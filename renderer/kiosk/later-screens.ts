export { ExitScreen } from './exit/exit-screen';
export { LargeHome } from './home/large-home';
export { ScannedTicket } from './scanned/scanned-ticket';
