import { type ImageJob, type ReworkedImage, reworkImage } from '../images/rework-image';
import { Refusal } from '../queue/refusal';
import { kindOfFile } from './kind-of-file';

/** Whether a file is a picture that Antre takes, by what is in it. SVG is not: it may hold a program. */
export async function isPicture(file: string): Promise<boolean> {
  const type = await kindOfFile(file);
  return type?.mime === 'image/png' || type?.mime === 'image/jpeg';
}

/** Makes a picture anew. Throws `Refusal`: `file_damaged`, `too_many_pixels`. */
export async function remakePicture(job: ImageJob): Promise<Extract<ReworkedImage, { bytes: unknown }>> {
  const image = await reworkImage(job);
  if ('fault' in image) throw new Refusal(image.fault === 'damaged' ? 'file_damaged' : image.fault);
  return image;
}
