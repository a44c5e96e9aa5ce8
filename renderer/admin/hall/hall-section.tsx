import { IconAlertCircle } from '@tabler/icons-react';
import { type UIEvent, useRef, useState } from 'react';
import { type SettingGroup, settingGroup } from '../../../electron/contract/setting-words';
import type { SettingKey, ShownSettings } from '../../../electron/contract/settings';
import { sameValue } from '../../ui/office/drafts';
import { NotYet } from '../../ui/office/not-yet';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import { EditForm } from '../edit/edit-form';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import type { SettingsFields } from '../edit/setting-rows';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import { useTexts } from '../texts';
import { hallControls } from './hall-controls';
import styles from './hall-section.module.css';

/** What is true of the hall as a whole. */
export function HallSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <HallForm settings={settings.data} />;
}

/** So many groups fill the screen. */
const inSight = 2;

interface Group {
  readonly name: SettingGroup;
  readonly rows: readonly FieldRow<SettingsFields>[];
}

function HallForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { table, edit, part, readOnly } = useSettingsForm('hall', settings, hallControls);
  const card = useRef<HTMLDivElement>(null);
  const groups = groupsOf(table.rows);
  const isWhole = useRestDrawn();
  const [current, setCurrent] = useState<SettingGroup | undefined>(groups[0]?.name);
  const sections = () => [...(card.current?.querySelectorAll<HTMLElement>('section[data-group]') ?? [])];
  // The last whose heading has come to the upper edge; at the end, the last of all.
  const followScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2;
    const passed = sections().filter(({ offsetTop }) => isAtEnd || offsetTop - scrollTop < 80);
    const last = groups.find(({ name }) => name === passed.at(-1)?.dataset.group);
    setCurrent((last ?? groups[0])?.name);
  };
  const goTo = (name: SettingGroup) => {
    const section = sections().find(({ dataset }) => dataset.group === name);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input:not([type=file])')?.focus({ preventScroll: true });
    setCurrent(name);
  };
  return (
    <div className={styles.withAnchors}>
      <nav className={styles.anchors} aria-label={t('hall.groups')}>
        <h1>{t('section.hall')}</h1>
        <ul>
          {groups.map(({ name, rows }) => {
            const refused = Object.keys(part.faults).filter((path) =>
              rows.some(({ key }) => key === path.split('.')[0]),
            ).length;
            const changed = rows.filter(({ key }) => !sameValue(edit.value[key], edit.base[key])).length;
            return (
              <li key={name}>
                <button type="button" aria-current={name === current || undefined} onClick={() => goTo(name)}>
                  <span>{t(`hall.group.${name}`)}</span>
                  {refused > 0 ? (
                    <span className={styles.refused} title={t('save.faults', { count: refused })}>
                      <IconAlertCircle size={18} aria-hidden /> {refused}
                    </span>
                  ) : (
                    changed > 0 && (
                      <span className={styles.changed} title={t('save.unsaved', { count: changed })}>
                        <span aria-hidden>◆</span> {changed}
                      </span>
                    )
                  )}
                </button>
              </li>
            );
          })}
        </ul>
        {readOnly && <p>{t('readOnly')}</p>}
      </nav>
      <div className={styles.card} ref={card} onScroll={followScroll} aria-busy={!isWhole}>
        <EditForm parts={[part]} readOnly={readOnly}>
          {(isWhole ? groups : groups.slice(0, inSight)).map(({ name, rows }) => (
            <section key={name} data-group={name} aria-label={t(`hall.group.${name}`)}>
              <h2>{t(`hall.group.${name}`)}</h2>
              <FieldTable {...table} rows={rows} />
            </section>
          ))}
        </EditForm>
      </div>
    </div>
  );
}

function groupsOf(rows: readonly FieldRow<SettingsFields>[]): readonly Group[] {
  const names = [...new Set(rows.map(({ key }) => settingGroup(key as SettingKey)))];
  return names.map((name) => ({
    name,
    rows: rows.filter(({ key }) => settingGroup(key as SettingKey) === name),
  }));
}
