import { isOwnPicture } from '../contract/picture-addresses';
import type { Hall } from './hall';
import { query, type Reader } from './store';

/** The hall's own pictures that a counter (an archived one too, it may come back) or a setting names. */
export function picturesUsed(reader: Reader, hall: Hall): readonly string[] {
  const icons = reader.all(query.selectFrom('counters').select('icon')).map(({ icon }) => icon);
  return [...icons, hall.settings.logo ?? ''].filter(isOwnPicture);
}
