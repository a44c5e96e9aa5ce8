import { useEffect, useState } from 'react';

type Drawing = typeof import('./drawn-qr-code');
let drawing: Drawing | undefined;

/** Fetches what draws codes, so that the first one waits for nothing. Returns it, or undefined where it can't be had now. */
export async function fetchQrCodes(): Promise<Drawing | undefined> {
  drawing ??= await import('./drawn-qr-code').catch(() => undefined);
  return drawing;
}

/** A code to be scanned, `size` px wide with the four white modules around it that scanners need. */
export function QrCode({ text, size }: { readonly text: string; readonly size: number }) {
  const [here, setHere] = useState(drawing);
  useEffect(() => {
    if (!here) void fetchQrCodes().then(setHere);
  }, [here]);
  // Its place, where it has yet to come: the screen it stands on must not wait for it, nor fail with it.
  return here ? (
    <here.DrawnQrCode text={text} size={size} />
  ) : (
    <svg width={size} height={size} aria-hidden="true" />
  );
}
