/** A text without what may be a token, a code or a key: a run of letters and digits that is no word, or a very long one. */
export function withoutSecrets(text: string): string {
  return text.replace(/\?\S*/g, '').replace(/\/assets\/[\w.-]+|[\w-]{8,}/g, (run) => {
    // A file of ours, with its hash.
    if (run.startsWith('/assets/')) return run;
    return /\d/.test(run) || run.length >= 22 ? '…' : run;
  });
}
