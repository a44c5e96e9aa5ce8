/** What became of one check in the guest, as a line of its output tells it. */
export interface CheckResult {
  readonly name: string;
  /** Null where it passed; else why not, with the trace. */
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** Before each line that is a result, or a figure for whoever ran the suite; all else is told only where it fails. */
export const resultMark = '@result ';
export const figureMark = '@figure ';

/** Tells what was measured. */
export function tellFigure(text: string): void {
  process.stdout.write(`\n${figureMark}${text}\n`);
}

const longestCheck = 240_000;

/** Runs one check and prints its result; a check that hangs has failed after `longest` milliseconds, and the
 * next begins. */
export async function check(name: string, run: () => Promise<void>, longest = longestCheck): Promise<void> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${longest / 1000} s`)), longest);
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
