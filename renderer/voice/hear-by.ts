/** What newer browsers know: Chromium from 110 on. */
interface WithSink {
  setSinkId(id: string): Promise<void>;
}

const hasSink = (context: AudioContext): context is AudioContext & WithSink => 'setSinkId' in context;

/** Has a context be heard by one device; answers whether it is. One that is away leaves the system's own choice. */
export async function hearBy(context: AudioContext, id: string): Promise<boolean> {
  if (!hasSink(context)) return false;
  try {
    await context.setSinkId(id);
    return true;
  } catch (error) {
    console.warn('The chosen sound device is away', error);
    return false;
  }
}
