import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { RouteName } from '../../electron/contract/routes';
import type { User } from '../../electron/contract/staff';
import { UserContext } from '../../renderer/admin/frame/user-context';
import type { Answer } from '../../renderer/client/api';
import { routeKey } from '../../renderer/client/use-route';

export const admin: User = {
  id: '1',
  username: 'siti',
  displayName: 'Siti',
  role: 'admin',
  wholeHall: true,
  institutions: [],
  counterIds: null,
};

/** Returns a part of the admin's page as the HTML of its first drawing, with what the server answered. */
export function drawnForAdmin(
  part: ReactNode,
  answers: { readonly [Name in RouteName]?: Answer<Name> },
): string {
  const queries = new QueryClient();
  for (const [name, answer] of Object.entries(answers))
    queries.setQueryData(routeKey(name as RouteName), answer);
  return renderToString(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <UserContext value={admin}>{part}</UserContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
