/** A text without what may be a token, a code or a key: a run of letters and digits that is no word, or a very long one. */
export function withoutSecrets(text: string): string {
  return text.replace(/\?\S*/g, '').replace(/\/assets\/[\w.-]+|[\w-]{8,}/g, (run) => {
    // A file of ours, with its hash.
    if (run.startsWith('/assets/')) return run;
    return /\d/.test(run) || run.length >= 22 ? '…' : run;
  });
}

/**
 * The same for what technicians read: without what is as long as a ticket's, session's or device's token and looks like
 * one. Names of copies, files and devices stay.
 */
export function withoutTokens(text: string): string {
  return text.replace(/[\w-]{22,}/g, (run) => {
    if (/^antre-\d{8}T\d{9}Z(-[a-z]+)?$/.test(run)) return run;
    return /\d/.test(run) && /[a-z]/i.test(run) ? '…' : run;
  });
}
