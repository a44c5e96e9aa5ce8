import { useCallback, useEffect, useEffectEvent, useState } from 'react';

/** What a press of a call button on the desk can do. */
export const buttonVerbs = ['next', 'recall', 'finish'] as const;
export type ButtonVerb = (typeof buttonVerbs)[number];
/** A press as the shell tells it, or null where no button does this. */
export type CallButtons = Readonly<Record<ButtonVerb, string | null>>;

const none: CallButtons = { next: null, recall: null, finish: null };
/** Of this machine, whoever sits there: the box stays on the desk. */
const kept = 'antre.staff.call-buttons';

/** Which button of the box at this machine does what. */
export function useCallButtons(): {
  readonly buttons: CallButtons;
  readonly change: (buttons: CallButtons) => void;
} {
  const [buttons, setButtons] = useState<CallButtons>(() => readButtons(localStorage.getItem(kept)));
  const change = useCallback((changed: CallButtons) => {
    localStorage.setItem(kept, JSON.stringify(changed));
    setButtons(changed);
  }, []);
  return { buttons, change };
}

/** Whether this page is in the shell, which alone can read a button box. */
export function canHearButtons(): boolean {
  return window.antre !== undefined;
}

/** Hears each press of a button box at this machine. */
export function usePressedButtons(heard: (button: string) => void): void {
  const hear = useEffectEvent(heard);
  useEffect(() => window.antre?.onButton((button) => hear(button)), []);
}

/** Hears each press of a button that was set, as what it does. */
export function usePressedVerbs(buttons: CallButtons, heard: (verb: ButtonVerb) => void): void {
  usePressedButtons((button) => {
    const verb = buttonVerbs.find((each) => buttons[each] === button);
    if (verb) heard(verb);
  });
}

/** Whether a button that was set is one of a box that is not among those that can be heard. */
export function missingBox(buttons: CallButtons, boxes: readonly string[]): boolean {
  return buttonVerbs.some((verb) => {
    const press = buttons[verb];
    return press !== null && !boxes.includes(press.slice(0, press.lastIndexOf(':')));
  });
}

/** The buttons with this press given to this verb, and to no other. */
export function withButton(buttons: CallButtons, verb: ButtonVerb, button: string | null): CallButtons {
  const without = Object.fromEntries(
    buttonVerbs.map((each) => [each, buttons[each] === button ? null : buttons[each]]),
  ) as Record<ButtonVerb, string | null>;
  return { ...without, [verb]: button };
}

function readButtons(json: string | null): CallButtons {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    const stored = typeof parsed === 'object' && parsed !== null ? parsed : {};
    const button = (verb: ButtonVerb) => {
      const kept: unknown = Reflect.get(stored, verb);
      return typeof kept === 'string' ? kept : null;
    };
    return { next: button('next'), recall: button('recall'), finish: button('finish') };
  } catch {
    return none;
  }
}
