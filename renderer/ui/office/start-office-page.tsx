import '../fonts';
import '../tokens.css';
import './office.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import type { Surface } from '../../../electron/contract/page-faults';
import { actOncePerPress } from '../../client/act-once';
import { Refused, Unreachable } from '../../client/api';
import { sessionKey } from '../../client/session';
import { startPage } from '../page/start-page';
import { cssVariables, theme } from './theme';

/** Draws a page of the office in `#root`, in the look's theme, with answers of the server kept and asked for again. */
export function startOfficePage(surface: Surface, page: ReactNode): void {
  actOncePerPress();
  /** Whatever is refused because the session ended brings the sign-in back. */
  const onError = (error: Error) => {
    if (error instanceof Refused && error.problem.code === 'not_signed_in') {
      queries.setQueryData(sessionKey, null);
    }
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The hall's network has no internet, which browsers take for being offline.
        networkMode: 'always',
        retry: (_failures, error) => error instanceof Unreachable,
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
  // A dialog keeps the page behind it from scrolling by a style of its own, which is let in by the same nonce.
  setNonce(nonce);
  startPage(
    surface,
    'root',
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>{page}</QueryClientProvider>
    </MantineProvider>,
  );
}
