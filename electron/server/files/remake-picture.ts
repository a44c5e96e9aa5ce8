import type { FileTypeResult } from 'file-type';
import { type ImageJob, type ReworkedImage, reworkImage } from '../../images/rework-image';
import { Refusal } from '../../queue/refusal';

/** Whether a file's kind (`kindOfFile`) is a picture that Antre takes. SVG is not: it may hold a program. */
export function isPicture(type: FileTypeResult | undefined): boolean {
  return type?.mime === 'image/png' || type?.mime === 'image/jpeg';
}

/** Makes a picture anew. Throws `Refusal`: `file_damaged`, `too_many_pixels`. */
export async function remakePicture(job: ImageJob): Promise<Extract<ReworkedImage, { bytes: unknown }>> {
  const image = await reworkImage(job);
  if ('fault' in image) throw new Refusal(image.fault === 'damaged' ? 'file_damaged' : image.fault);
  return image;
}
