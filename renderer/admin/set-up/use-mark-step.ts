import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SetUpStep } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { routeKey } from '../../client/use-route';
import { sameValue } from '../../ui/office/drafts';
import { markedAs } from './steps';

/** Marks a step of the set-up on the server, on top of what others marked meanwhile. */
export function useMarkStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, as }: { readonly step: SetUpStep; readonly as: 'done' | 'skipped' }) => {
      const now = await callRoute('settings');
      const body = markedAs(step, as, now);
      const before = { setUpDone: now.setUpDone, setUpSkipped: now.setUpSkipped };
      return sameValue(body, before) ? now : callRoute('changeSettings', { ifVersion: now.version, body });
    },
    onSuccess: (saved) => queries.setQueryData(routeKey('settings'), saved),
  });
}
