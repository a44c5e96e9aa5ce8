import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { ownPicturePattern } from './picture-addresses';

/** A photograph of a sign; what is kept of it is a small PNG. */
export const pictureMostBytes = 10 * 1024 * 1024;

/** What a picture is for, and so how large it is kept: pixels of its longer side. */
export const pictureSides = { icon: 128, logo: 240 } as const;
export const pictureUse = z.enum(['icon', 'logo']);
export type PictureUse = z.infer<typeof pictureUse>;

/** The name of a picture that the hall sent itself: made of what is in it, so the same picture has the same name. */
export const pictureName = z.string().regex(ownPicturePattern, refusedAs('own_picture'));

export const keptPicture = z.strictObject({
  name: pictureName,
  url: z.string(),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
});
export type KeptPicture = z.infer<typeof keptPicture>;
