import { type ComponentProps, createContext, useContext, useState } from 'react';

/** While a number is being asked for, nothing else on the screen may be pressed. */
const Dead = createContext(false);
export const DeadWhileAsking = Dead.Provider;

export interface Pressable {
  readonly 'data-pressed': true | undefined;
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
}

/**
 * The pressed state of anything that is touched: it shows at pointer-down, long before the browser decides that
 * a touch was a click. Returns the attributes for the element.
 */
export function usePressed(able: boolean): Pressable {
  const [pressed, setPressed] = useState(false);
  const release = () => setPressed(false);
  return {
    'data-pressed': (pressed && able) || undefined,
    onPointerDown: () => setPressed(true),
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
  };
}

/**
 * A button of the kiosk. `busy` keeps the pressed look until an answer is there. `unavailable` can be reached and
 * read, but does nothing.
 */
export function PressButton({
  onPress,
  busy = false,
  unavailable = false,
  children,
  ...button
}: Omit<ComponentProps<'button'>, 'onClick' | 'type' | 'disabled'> & {
  readonly onPress: () => void;
  readonly busy?: boolean;
  readonly unavailable?: boolean;
}) {
  const dead = useContext(Dead);
  const able = !dead && !unavailable;
  const pressed = usePressed(able);
  return (
    <button
      {...button}
      {...pressed}
      type="button"
      data-pressed={busy || pressed['data-pressed']}
      data-unavailable={unavailable || undefined}
      aria-disabled={!able || undefined}
      aria-busy={busy || undefined}
      onClick={() => {
        if (able) onPress();
      }}
    >
      {children}
    </button>
  );
}
