/** What became of one check in the guest, as a line of its output tells it. */
export interface CheckResult {
  readonly name: string;
  /** Null where it passed; else why not, with the trace. */
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** Before each line that is a result; all else that the guest prints is for people. */
export const resultMark = '@result ';

const longestCheck = 60_000;

/** Runs one check and prints its result; a check that hangs has failed after a minute, and the next begins. */
export async function check(name: string, run: () => Promise<void>): Promise<void> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${longestCheck / 1000} s`)), longestCheck);
  });
  let fault: string | null = null;
  try {
    await Promise.race([run(), late]);
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  clearTimeout(timer);
  const result: CheckResult = { name, fault, milliseconds: Math.round(performance.now() - began) };
  process.stdout.write(`\n${resultMark}${JSON.stringify(result)}\n`);
}

/** Resolves with what `look` finds as soon as it finds something. Rejects after `milliseconds`. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false | null | Promise<Found | undefined | false | null>,
  milliseconds = 15_000,
): Promise<Found> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`the time is over, and still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
