import '../ui/fonts';
import '../ui/tokens.css';
import '../ui/office/office.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HallZoneContext } from '../ui/office/hall-time';
import { cssVariables, theme } from '../ui/office/theme';
import { site } from './samples';

const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });

/** What every office page stands on. */
export function OfficeGround({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <HallZoneContext value={site.timezone}>{children}</HallZoneContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
