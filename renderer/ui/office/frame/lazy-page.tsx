import { Button } from '@mantine/core';
import { type ComponentType, useEffect, useState } from 'react';
import { atLeisure } from '../../../client/at-leisure';
import { NotYet } from '../not-yet';
import { useEntranceTexts } from '../office-texts';
import styles from './lazy-page.module.css';

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
 * soon it is there. Where its code can't be had it says so, and asks again when pressed: the rest of the page stays, with what
 * was typed in other sections.
 */
export function PageOfSection({ page }: { readonly page: ComponentType | LazyPage }) {
  const { t } = useEntranceTexts();
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming');
  const [failures, setFailures] = useState(0);
  const isLazy = 'load' in page;
  const Page = isLazy ? page.loaded() : page;
  useEffect(() => {
    // What came since this was drawn isn't drawn yet: only what was there then needs nothing.
    if (!isLazy || Page || state !== 'coming') return;
    page.load().then(
      () => setState('there'),
      (error: unknown) => {
        setState('failed');
        setFailures((before) => before + 1);
        // Told to the server like all that nobody catches.
        throw error;
      },
    );
  }, [isLazy, page, Page, state]);
  if (Page) return <Page />;
  if (state !== 'failed') return <NotYet answer={{ failureCount: 0 }} />;
  // A browser may keep that it failed, and a newer Antre has other files: then only loading the page again helps.
  const again = failures > 1;
  return (
    <div className={styles.failed} role="alert">
      <p>{t(again ? 'section.failedAgain' : 'section.failed')}</p>
      <Button onClick={() => (again ? location.reload() : setState('coming'))}>
        {t(again ? 'section.reload' : 'section.again')}
      </Button>
    </div>
  );
}

/** Once the browser has nothing to do, loads pages one after another: whoever then opens one of them doesn't wait for it. */
export function loadAtLeisure(pages: readonly (ComponentType | LazyPage)[]): void {
  const [next, ...others] = pages.filter((page) => 'load' in page);
  if (!next) return;
  atLeisure(() => {
    // What can't be had now is asked for again by whoever opens it, and told there.
    next.load().then(
      () => loadAtLeisure(others),
      () => undefined,
    );
  });
}
