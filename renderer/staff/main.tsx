import '../ui/fonts';
import '../ui/tokens.css';
import './mantine';
import './staff.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Refused, Unreachable } from '../client/api';
import { App } from './app';
import { cssVariables, theme } from './theme';

/** Whatever is refused because the session ended brings the sign-in back. */
const onError = (error: Error) => {
  if (error instanceof Refused && error.problem.code === 'not_signed_in') {
    queries.setQueryData(['session'], null);
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

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    forceColorScheme="light"
    getStyleNonce={() => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''}
  >
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </MantineProvider>,
);
