import { Autocomplete, Button, Modal, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import dialog from '../hall/go-live-dialog.module.css';
import { useTexts } from '../texts';

/** Whose counter it is, chosen among those there are or written anew; one of several counters is renamed at all of them. */
export function InstitutionField(props: {
  /** As it is kept; empty: of a new counter. */
  readonly kept: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly shape: FieldShape;
  readonly error: string | null;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (agency: string) => void;
}) {
  const { kept, value, readOnly } = props;
  const { data: counters = [] } = useRoute('adminCounters');
  const own = counters.filter(({ agency }) => agency === kept).length;
  return (
    <>
      <Autocomplete
        label={props.label}
        description={props.help}
        required
        withAsterisk={false}
        readOnly={readOnly}
        error={props.error}
        data={[...new Set(counters.map(({ agency }) => agency))]}
        value={value}
        onChange={props.onChange}
      />
      {!readOnly && own > 1 && <RenameButton name={kept} count={own} />}
    </>
  );
}

function RenameButton({ name, count }: { readonly name: string; readonly count: number }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [to, setTo] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const rename = useMutation({
    mutationFn: (next: string) => callRoute('renameInstitution', { body: { from: name, to: next } }),
    onSuccess: async () => {
      await refreshBelow(queries, '/admin');
      setTo(null);
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={() => setTo(name)}
      >
        {t('counters.renameAgency', { count })}
      </Button>
      {to !== null && (
        <Modal
          opened
          title={t('counters.renameAgency.title')}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => setTo(null)}
        >
          <form
            className={dialog.body}
            onSubmit={(event) => {
              event.preventDefault();
              rename.mutate(to.trim());
            }}
          >
            <FormError error={rename.error} />
            <p>{t('counters.renameAgency.sentence', { count })}</p>
            <TextInput
              data-autofocus
              label={t('counters.agency')}
              required
              withAsterisk={false}
              maxLength={120}
              error={isRefused && to.trim() === '' && t('fault.missing')}
              // Said below it, in the page's language, and not in a browser's bubble.
              onInvalid={(event) => {
                event.preventDefault();
                setIsRefused(true);
                event.currentTarget.focus();
              }}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <footer className={dialog.foot}>
              <Button variant="default" onClick={() => setTo(null)}>
                {t('cancel')}
              </Button>
              <Button type="submit" disabled={to.trim() === name} loading={rename.isPending}>
                {t('counters.renameAgency.confirm')}
              </Button>
            </footer>
          </form>
        </Modal>
      )}
    </>
  );
}
