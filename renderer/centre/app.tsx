import { Frame } from './frame/frame';
import { Gate } from './frame/gate';

/** The centre's page: the first account, sign-in, then the sections. */
export function App() {
  return <Gate>{(inside) => <Frame {...inside} />}</Gate>;
}
