import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminUser } from '../../../electron/contract/admin';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { PanelPart } from '../records/record-panel';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './person-panel.module.css';

/** Where somebody is signed in, each to be ended, or all at once. */
export function Sessions({ person }: { readonly person: AdminUser }) {
  const { t } = useTexts();
  const { id } = person;
  const moment = useMoment();
  const queries = useQueryClient();
  const sessions = useRoute('userSessions', { params: { id } });
  const end = useMutation({
    mutationFn: (session: string | null) =>
      session === null
        ? callRoute('endUserSessions', { params: { id } })
        : callRoute('endUserSession', { params: { id, session } }),
    onSettled: () => refreshBelow(queries, '/admin/users'),
  });
  const open = sessions.data ?? [];
  return (
    <PanelPart title={t('people.sessions')}>
      <FormError error={end.error} />
      {sessions.data && open.length === 0 && <p>{t('people.sessions.none')}</p>}
      <ul className={styles.sessions}>
        {open.map((session) => (
          <li key={session.id}>
            <span>
              {t('people.sessions.one', {
                address: session.address ?? '?',
                since: moment(session.createdAt),
                seen: moment(session.lastSeenAt),
              })}
              {session.current && ` ${t('people.sessions.current')}`}
            </span>
            <Button
              variant="default"
              size="sm"
              aria-label={t('people.sessions.endNamed', { since: moment(session.createdAt) })}
              onClick={() => end.mutate(session.id)}
            >
              {t('people.sessions.end')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <div>
          <Button variant="default" size="sm" onClick={() => end.mutate(null)}>
            {t('people.sessions.endAll')}
          </Button>
        </div>
      )}
    </PanelPart>
  );
}
