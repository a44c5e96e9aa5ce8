import type { Page } from 'playwright';

/** The devices of this machine, as the shell tells a page of them. */
export interface FakeShell {
  /** A button of the box is pressed, which was set to that. */
  press(verb: 'next' | 'recall' | 'finish'): Promise<void>;
  /** A button of the box is pressed, or of any other device with reports, which was set to nothing. */
  pressUnset(): Promise<void>;
  /** A scanner that the shell reads has read that. */
  scan(text: string): Promise<void>;
}

/** Loads the page anew as in the shell, with a box whose three buttons are set. */
export async function inFakeShell(page: Page): Promise<FakeShell> {
  await page.addInitScript(() => {
    const listeners = { scan: new Set<(text: string) => void>(), button: new Set<(text: string) => void>() };
    const hear = (of: Set<(text: string) => void>) => (listener: (text: string) => void) => {
      of.add(listener);
      return () => void of.delete(listener);
    };
    Object.assign(window, {
      antre: {
        requestExit: (_pin: string, told: (right: boolean) => void) => told(false),
        setupCode: (told: (code: null) => void) => told(null),
        onScan: hear(listeners.scan),
        onButton: hear(listeners.button),
        onDevices: (listener: (devices: object) => void) => {
          listener({ buttonBoxes: ['1234:beef'], scanner: 'working' });
          return () => undefined;
        },
      },
      tell: (kind: 'scan' | 'button', text: string) => {
        for (const listener of [...listeners[kind]]) listener(text);
      },
    });
    const buttons = { next: '1234:beef:next', recall: '1234:beef:recall', finish: '1234:beef:finish' };
    localStorage.setItem('antre.staff.call-buttons', JSON.stringify(buttons));
  });
  await page.reload();
  const tell = (kind: 'scan' | 'button', text: string) =>
    page.evaluate(([of, what]) => Reflect.get(window, 'tell')(of, what), [kind, text] as const);
  return {
    press: (verb) => tell('button', `1234:beef:${verb}`),
    pressUnset: () => tell('button', '1234:beef:unset'),
    scan: (text) => tell('scan', text),
  };
}
