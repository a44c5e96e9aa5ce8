import { Button, Modal } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminClosure } from '../../../electron/contract/admin-hall';
import { dateInWords } from '../../../electron/texts/dates';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { useMayChange } from '../frame/user-context';
import pageStyles from '../hall/hall-section.module.css';
import { useScopes } from '../hours/use-scopes';
import { useTexts } from '../texts';
import { ClosureEditor } from './closure-editor';
import styles from './closures-section.module.css';
import { ListDialog } from './list-dialog';
import { MonthCalendar } from './month-calendar';

/** The days that differ from the week: a month to look at, and what is still to come as a list. */
export function ClosuresSection() {
  const { t, local, language } = useTexts();
  const mayChange = useMayChange();
  const closures = useRoute('adminClosures');
  const { data: hours } = useRoute('adminHours');
  const { data: site } = useRoute('site');
  const scopes = useScopes();
  const [{ at }, set] = useAddressState({ at: '' });
  const [chosen, setChosen] = useState<AdminClosure | null>(null);
  const [listing, setListing] = useState(false);
  if (!closures.data || !site || !hours || !scopes) {
    return <NotYet answer={closures} />;
  }
  const today = site.businessDate;
  const shown = at || today;
  const add = (date: string) =>
    setChosen({
      id: '',
      version: 0,
      scope: 'hall',
      from: date,
      to: date,
      reason: { id: '', en: '', jv: '' },
      week: null,
      unreadable: [],
    });
  const labelOf = (scope: string) => scopes.find(({ value }) => value === scope)?.label ?? scope;
  const coming = closures.data.filter(({ to }) => to === null || to >= today);
  const dayOf = (date: string) => dateInWords(date, language, 'year');
  const span = ({ from, to }: AdminClosure) =>
    to === null
      ? t('closures.open_from', { date: dayOf(from) })
      : [...new Set([from, to])].map(dayOf).join(' – ');
  return (
    <div className={pageStyles.page}>
      <header className={styles.head}>
        <h1>{t('section.closures')}</h1>
        {mayChange && (
          <>
            <Button
              variant="default"
              leftSection={<IconListDetails size={20} aria-hidden />}
              onClick={() => setListing(true)}
            >
              {t('closures.list')}
            </Button>
            <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => add(shown)}>
              {t('closures.add')}
            </Button>
          </>
        )}
      </header>
      <MonthCalendar
        closures={closures.data}
        today={today}
        at={shown}
        onAt={(day) => set({ at: day })}
        onDay={mayChange ? add : null}
        onClosure={setChosen}
        whose={({ scope }) => (scope === 'hall' ? '' : (labelOf(scope).split(',')[0] ?? ''))}
      />
      <h2 className={styles.coming}>{t('closures.coming')}</h2>
      {coming.length === 0 && <p>{t('closures.none')}</p>}
      <ul className={styles.list}>
        {coming.map((closure) => (
          <li key={closure.id}>
            <button type="button" onClick={() => setChosen(closure)}>
              <strong>{span(closure)}</strong>
              <span>{local(closure.reason)}</span>
              <span>{labelOf(closure.scope)}</span>
              <span>{t(closure.week === null ? 'closures.closed' : 'closures.hours')}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <Modal
          opened
          size={860}
          onClose={() => setChosen(null)}
          title={t(chosen.id === '' ? 'closures.add' : 'closures.change')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <ClosureEditor
            key={`${chosen.id}:${chosen.from}`}
            closure={chosen}
            scopes={scopes}
            usual={hours.find(({ scope }) => scope === 'hall')?.week ?? []}
            readOnly={!mayChange}
            onDone={() => setChosen(null)}
          />
        </Modal>
      )}
      {listing && <ListDialog scopes={scopes} onClose={() => setListing(false)} />}
    </div>
  );
}
