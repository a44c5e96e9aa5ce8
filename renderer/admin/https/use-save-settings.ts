import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { settingsChange } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { refreshBelow, routeKey } from '../../client/use-route';

/** Some of the hall's settings as they were typed, and the version that they were changed from. */
type SettingsTyped = z.input<typeof settingsChange> & { readonly version: number };

/** Saves some of the hall's settings, told from whose version they were changed. */
export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: SettingsTyped) =>
      callRoute('changeSettings', { ifVersion: version, body }),
    onSuccess: (saved) => {
      queries.setQueryData(routeKey('settings'), saved);
      void refreshBelow(queries, '/site');
    },
    // Another admin saved: what is there now is shown.
    onError: () => refreshBelow(queries, '/admin/settings'),
  });
}
