/** A context that doesn't run by then waits for a gesture that nobody makes, or for a sound device that is away. */
const resumeAllowedMs = 1_000;

/** Whether a context runs, or does so within a moment. Never throws. */
export async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return true;
  await Promise.race([
    context.resume().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, resumeAllowedMs)),
  ]);
  // Asked anew: the state has changed while we waited.
  return (context.state as AudioContextState) === 'running';
}
