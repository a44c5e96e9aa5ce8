import type { TakeOverKey, TakeOverView } from './take-over-screen';

type Outcome = NonNullable<TakeOverView['said']> | 'done';

const longestPin = 12;

/** What somebody does at a standby's screen while its main machine is silent: the screen has no script, so this is its memory. */
export class TakeOverDialog {
  readonly #parts: {
    show(view: TakeOverView): void;
    /** Takes over by the kiosk's PIN. */
    takeOver(pin: string): Promise<Outcome>;
  };
  #shown: TakeOverView | null = null;
  #pin = '';

  constructor(parts: {
    show(view: TakeOverView): void;
    takeOver(pin: string): Promise<Outcome>;
  }) {
    this.#parts = parts;
  }

  offer(known: Pick<TakeOverView, 'since' | 'hasPin'>): void {
    this.#pin = '';
    this.#show({ ...known, typed: null, said: null });
  }

  /** The screen shows something else. */
  ended(): void {
    this.#shown = null;
    this.#pin = '';
  }

  pressed(key: TakeOverKey): void {
    const shown = this.#shown;
    if (!shown || shown.said === 'under_way') return;
    if (key === 'take_over') {
      void this.#takeOver(shown);
      return;
    }
    if (key === 'open' || key === 'back' || key === 'erase') this.#pin = '';
    else if (this.#pin.length < longestPin) this.#pin += key;
    this.#show({ ...shown, typed: key === 'back' ? null : this.#pin.length, said: null });
  }

  async #takeOver(shown: TakeOverView): Promise<void> {
    const pin = this.#pin;
    this.#pin = '';
    this.#show({ ...shown, typed: 0, said: 'under_way' });
    const outcome = await this.#parts.takeOver(pin);
    // The machine starts anew, and the hall's own pages come.
    if (outcome !== 'done' && this.#shown) this.#show({ ...shown, typed: 0, said: outcome });
  }

  #show(view: TakeOverView): void {
    this.#shown = view;
    this.#parts.show(view);
  }
}
