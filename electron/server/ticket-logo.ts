import { fileTypeFromFile } from 'file-type';
import { logoMost, type TicketLogo } from '../contract/ticket-layout';
import { reworkImage } from '../images/rework-image';
import { Refusal } from '../queue/refusal';
import type { SentFile } from './route-request';

/**
 * A picture as the dots that a printer makes of it, no larger than a logo may be.
 * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `too_many_pixels`.
 */
export async function dotsOfLogo(sent: SentFile): Promise<TicketLogo> {
  const type = await fileTypeFromFile(sent.path);
  if (type?.mime !== 'image/png' && type?.mime !== 'image/jpeg') throw new Refusal('file_kind_refused');
  const image = await reworkImage({ file: sent.path, form: 'dots', ...logoMost });
  if ('fault' in image) throw new Refusal(image.fault === 'damaged' ? 'file_damaged' : image.fault);
  const { width, height, bytes } = image;
  return { width, height, dots: Buffer.from(bytes).toString('base64') };
}
