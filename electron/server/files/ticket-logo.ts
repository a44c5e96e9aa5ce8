import { logoMost, type TicketLogo } from '../../contract/ticket-layout';
import { Refusal } from '../../queue/refusal';
import type { SentFile } from '../routing/route-request';
import { kindOfFile } from './kind-of-file';
import { isPicture, remakePicture } from './remake-picture';

/**
 * A picture as the dots that a printer makes of it, no larger than a logo may be.
 * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `too_many_pixels`.
 */
export async function dotsOfLogo(sent: SentFile): Promise<TicketLogo> {
  if (!isPicture(await kindOfFile(sent.path))) throw new Refusal('file_kind_refused');
  const { width, height, bytes } = await remakePicture({ file: sent.path, form: 'dots', ...logoMost });
  return { width, height, dots: Buffer.from(bytes).toString('base64') };
}
