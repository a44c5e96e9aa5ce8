import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { isPadKey, type SpokenKeyName, spokenKeyNames } from './spoken-key-names';

const keyOrNone = z.string().refine(isPadKey, refusedAs('pad_key')).nullable();

/** The keys of a hall's pads by their codes (UI Events); one key does one thing. */
export const spokenKeys = z
  .strictObject(
    Object.fromEntries(spokenKeyNames.map((name) => [name, keyOrNone])) as Record<
      SpokenKeyName,
      typeof keyOrNone
    >,
  )
  .refine((keys) => {
    const codes = Object.values(keys).filter((code) => code !== null);
    return new Set(codes).size === codes.length;
  }, refusedAs('pad_key_twice'));
