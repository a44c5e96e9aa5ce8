import { Button, Menu, Select } from '@mantine/core';
import { IconDownload, IconFileImport, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ServiceStandard, StandardState } from '../../../electron/contract/standards';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useChosenRow } from '../edit/use-chosen-row';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { ImportStandards } from './import-standards';
import { StandardEditor } from './standard-editor';
import styles from './standards.module.css';
import { StandardsSheet } from './standards-sheet';
import { useStateWords } from './use-state-words';

const filters = ['all', 'todo', 'review'] as const;
type Filter = (typeof filters)[number];
const shownBy: Readonly<Record<Filter, readonly StandardState[] | null>> = {
  all: null,
  todo: ['none', 'incomplete', 'example', 'undecided'],
  review: ['review_due'],
};

/** The register: every service by its institution, how far its standard is, and its editor. */
export function StandardsSection() {
  const { t, local, language } = useTexts();
  const mayChange = useMayChange();
  const standards = useRoute('standards');
  const stateWords = useStateWords();
  const [{ keadaan }, set] = useAddressState({ keadaan: 'all' });
  const [chosenId, setChosenId] = useChosenRow();
  const [printed, setPrinted] = useState<readonly ServiceStandard[] | null>(null);
  const [isImporting, setImporting] = useState(false);
  useEffect(() => {
    if (printed === null) return;
    // Once the sheets are drawn.
    const frame = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(frame);
  }, [printed]);
  if (!standards.data) return <NotYet answer={standards} />;
  const all = standards.data;
  if (all.length === 0) return <p role="status">{t('standards.noService')}</p>;
  const filter = filters.find((each) => each === keadaan) ?? 'all';
  const wanted = shownBy[filter];
  const shown = all.filter(({ state }) => wanted === null || wanted.includes(state));
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const inForce = all.filter(({ state }) => state === 'in_force' || state === 'review_due').length;
  return (
    <>
      <div className={styles.screen}>
        <CollectionPage
          title={t('section.standards')}
          addText=""
          onAdd={null}
          filter={
            <div className={styles.tools}>
              <p>{t('standards.sum', { decided: inForce, count: all.length })}</p>
              <Select
                aria-label={t('standards.filter')}
                allowDeselect={false}
                data={filters.map((value) => ({ value, label: t(`standards.filter.${value}`) }))}
                value={filter}
                onChange={(value) => {
                  set({ keadaan: value ?? 'all' });
                  setChosenId(null);
                }}
              />
              <Menu position="bottom-start">
                <Menu.Target>
                  <Button variant="default" size="sm">
                    {t('standards.file')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconPrinter size={18} aria-hidden />}
                    onClick={() => setPrinted([...all])}
                  >
                    {t('standards.print.all')}
                  </Menu.Item>
                  {chosen && (
                    <Menu.Item
                      leftSection={<IconPrinter size={18} aria-hidden />}
                      onClick={() => setPrinted([chosen])}
                    >
                      {t('standards.print.one')}
                    </Menu.Item>
                  )}
                  {(['xlsx', 'csv'] as const).map((kind) => (
                    <Menu.Item
                      key={kind}
                      component="a"
                      href={`/api/v1/admin/standards.${kind}?language=${language}`}
                      download
                      leftSection={<IconDownload size={18} aria-hidden />}
                    >
                      {t(`standards.export.${kind}`)}
                    </Menu.Item>
                  ))}
                  {mayChange && (
                    <Menu.Item
                      leftSection={<IconFileImport size={18} aria-hidden />}
                      onClick={() => setImporting(true)}
                    >
                      {t('standards.import')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </div>
          }
          list={
            <SortableList
              label={t('section.standards')}
              searchLabel={t('standards.search')}
              items={shown.map((standard) => ({
                id: standard.id,
                title: local(standard.name),
                note: stateWords(standard),
                group: `${standard.counterCode} · ${standard.agency}`,
                words: standard.agency,
              }))}
              chosen={chosen?.id ?? null}
              onChoose={setChosenId}
              onMove={null}
            />
          }
        >
          {chosen ? (
            <StandardEditor key={chosen.id} standard={chosen} readOnly={!mayChange} />
          ) : (
            <p role="status">{t('standards.none')}</p>
          )}
        </CollectionPage>
        {isImporting && <ImportStandards onClose={() => setImporting(false)} />}
      </div>
      {printed && <StandardsSheet standards={printed} />}
    </>
  );
}
