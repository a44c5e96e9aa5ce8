import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
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

/** Returns a part of the admin's page as HTML, once what it loads is there, with what the server answered. */
export async function drawnForAdmin(
  part: ReactNode,
  answers: { readonly [Name in RouteName]?: Answer<Name> },
): Promise<string> {
  const queries = new QueryClient();
  for (const [name, answer] of Object.entries(answers))
    queries.setQueryData(routeKey(name as RouteName), answer);
  const { prelude } = await prerender(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <UserContext value={admin}>{part}</UserContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return await new Response(prelude).text();
}
