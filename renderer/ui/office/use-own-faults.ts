import { type FormEvent, useRef, useState } from 'react';

type Faults = Readonly<Partial<Record<string, string>>>;

/**
 * Refuses a form in the page's own words, under the fields, where a browser would raise a bubble in its own language.
 * `find` tells what is wrong with what is typed, by field; it is told once somebody tried to send it. Returns the faults,
 * and what the form is given: sending with fields at fault leads to the first of them.
 */
export function useOwnFaults(find: () => Faults, send: () => void) {
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = isTried ? find() : {};
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(find()).length === 0) {
      send();
      return;
    }
    // Once what was refused is drawn so.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
    );
  };
  return { faults, form: { ref: form, noValidate: true, onSubmit } as const };
}
