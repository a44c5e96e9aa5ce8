import { z } from 'zod';
import { withoutSecrets } from '../texts/without-secrets';

const longest = 300;

/**
 * Why a step of closing a day failed, in the machine's words and 300 letters at most: nothing of what stands in the rows,
 * which errors quote, and nothing that may be a key.
 */
export function closingReason(error: unknown): string {
  const told = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
  const words = told.replace(/"[\s\S]*/, '"…"').replace(/\s+/g, ' ');
  return withoutSecrets(words).slice(0, longest);
}
