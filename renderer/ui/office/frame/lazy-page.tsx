import { type ComponentType, useEffect, useState } from 'react';
import { NotYet } from '../not-yet';

/** A section's page whose code is loaded apart from the others'. */
export interface LazyPage {
  /** Undefined until its code is there. */
  readonly loaded: () => ComponentType | undefined;
  /** Loads the code, where it isn't there or on its way. Rejects where it can't be had; asked again, it tries again. */
  readonly load: () => Promise<void>;
}

/** Returns a section's page whose code is fetched when it is first shown, or before, at leisure. */
export function lazyPage(fetchPage: () => Promise<ComponentType>): LazyPage {
  let page: ComponentType | undefined;
  let onItsWay: Promise<void> | undefined;
  return {
    loaded: () => page,
    load: async () => {
      onItsWay ??= fetchPage().then((fetched) => {
        page = fetched;
      });
      try {
        await onItsWay;
      } catch (error) {
        onItsWay = undefined;
        throw error;
      }
    },
  };
}

/**
 * A section's page, or that it comes. Not by React's `lazy`: what that shows for the first time comes 300 ms late, however
 * soon it is there. Throws what kept its code from being loaded.
 */
export function PageOfSection({ page }: { readonly page: ComponentType | LazyPage }) {
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null);
  const [, setLoaded] = useState<LazyPage>();
  const isLazy = 'load' in page;
  const Page = isLazy ? page.loaded() : page;
  useEffect(() => {
    // What came since this was drawn isn't drawn yet: only what was there then needs nothing.
    if (!isLazy || Page) return;
    page.load().then(
      () => setLoaded(page),
      (error: unknown) => setFault({ error }),
    );
  }, [isLazy, page, Page]);
  if (fault) throw fault.error;
  return Page ? <Page /> : <NotYet answer={{ failureCount: 0 }} />;
}

/** Once the browser has nothing to do, loads pages one after another: whoever then opens one of them doesn't wait for it. */
export function loadAtLeisure(pages: readonly (ComponentType | LazyPage)[]): void {
  const [next, ...others] = pages.filter((page) => 'load' in page);
  if (!next) return;
  // Safari has no such call.
  const atLeisure = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
  atLeisure(() => {
    // What can't be had now is asked for again by whoever opens it, and told there.
    next.load().then(
      () => loadAtLeisure(others),
      () => undefined,
    );
  });
}
