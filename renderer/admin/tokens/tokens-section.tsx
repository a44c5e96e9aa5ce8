import { Button, Checkbox, CopyButton } from '@mantine/core';
import { IconBan, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminToken } from '../../../electron/contract/admin';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { type Role, roles } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { EditForm } from '../edit/edit-form';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { useChosenRow } from '../edit/use-chosen-row';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import styles from '../people/person-panel.module.css';
import { AskButton } from '../records/ask-dialog';
import { RecordPanel } from '../records/record-panel';
import { RecordsPage } from '../records/records-page';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';

const blank: AdminToken = {
  id: '',
  version: 0,
  name: '',
  roles: [],
  createdAt: '',
  createdBy: null,
  lastUsedAt: null,
  revoked: false,
};

/** The programs that may use the API, each with its token's name, never the token. */
export function TokensSection() {
  const { t } = useTexts();
  const moment = useMoment();
  const tokens = useRoute('tokens');
  const [openId, setOpenId] = useChosenRow();
  const [told, setTold] = useState<{ readonly id: string; readonly token: string } | null>(null);
  const open = openId === '' ? blank : tokens.data?.find(({ id }) => id === openId);
  const rolesOf = (token: AdminToken) => token.roles.map((role) => t(`role.${role}`)).join(', ');
  const columns: DataColumn<AdminToken>[] = [
    { key: 'name', title: t('tokens.name'), value: ({ name }) => name },
    { key: 'roles', title: t('tokens.roles'), value: rolesOf },
    {
      key: 'made',
      title: t('tokens.madeBy'),
      value: ({ createdAt }) => createdAt,
      show: ({ createdAt, createdBy }) =>
        [moment(createdAt), createdBy].filter((part) => part !== null).join(', '),
    },
    {
      key: 'used',
      title: t('tokens.lastUsed'),
      value: ({ lastUsedAt }) => lastUsedAt ?? '',
      show: ({ lastUsedAt }) => (lastUsedAt === null ? t('tokens.never') : moment(lastUsedAt)),
    },
    {
      key: 'state',
      title: t('tokens.state'),
      value: ({ revoked }) => t(revoked ? 'tokens.revoked' : 'tokens.valid'),
    },
  ];
  return (
    <>
      <RecordsPage
        title={t('section.tokens')}
        actions={
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpenId('')}>
            {t('tokens.add')}
          </Button>
        }
      >
        <DataTable
          caption={t('section.tokens')}
          look="records"
          rows={tokens.data}
          answer={tokens}
          keyOf={({ id }) => id}
          order="name"
          columns={columns}
          searchLabel={t('tokens.search')}
          isMuted={({ revoked }) => revoked}
          onOpen={({ id }) => setOpenId(id)}
        />
      </RecordsPage>
      {open && (
        <TokenPanel
          key={open.id}
          row={open}
          told={told?.id === open.id ? told.token : null}
          onMade={(made) => {
            setTold(made);
            setOpenId(made.id);
          }}
          onClose={() => {
            setOpenId(null);
            setTold(null);
          }}
        />
      )}
    </>
  );
}

function TokenPanel(props: {
  readonly row: AdminToken;
  /** The token itself, just made; null: it was told before. */
  readonly told: string | null;
  readonly onMade: (made: { readonly id: string; readonly token: string }) => void;
  readonly onClose: () => void;
}) {
  const { row, told, onClose } = props;
  const { t } = useTexts();
  const { id } = row;
  const [made, setMade] = useState<string | null>(null);
  const words = useFieldWords();
  const rows: FieldRow<AdminToken>[] = [
    { key: 'name', ...words('tokens.name') },
    { key: 'roles', ...words('tokens.roles'), control: RolesControl },
  ];
  const { table, part } = useRowEditor<AdminToken>({
    draftKey: `token:${id}`,
    row,
    rows,
    shapes: fieldShapes.tokens,
    load: () => callRoute('token', { params: { id } }),
    change: ({ name, roles: wanted }, ifVersion) =>
      callRoute('changeToken', {
        params: { id },
        ifVersion,
        body: { ...(name === undefined ? {} : { name }), ...(wanted === undefined ? {} : { roles: wanted }) },
      }),
    make: async ({ name, roles: wanted }) => {
      const { token, ...rest } = await callRoute('makeToken', { body: { name, roles: wanted } });
      setMade(token);
      props.onMade({ id: rest.id, token });
      return rest;
    },
    onMade: () => undefined,
  });
  const secret = told ?? made;
  return (
    <RecordPanel title={id === '' ? t('tokens.new') : row.name} onClose={onClose}>
      {secret !== null && (
        <div role="status">
          <p>{t('tokens.once')}</p>
          <p>
            <code className={styles.secret}>{secret}</code>
          </p>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" size="sm" onClick={copy}>
                {t(copied ? 'tokens.copied' : 'tokens.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      <p className={styles.help}>{t('tokens.help')}</p>
      <EditForm parts={[part]} readOnly={row.revoked}>
        <FieldTable rows={rows} {...table} readOnly={row.revoked} />
      </EditForm>
      {id !== '' && !row.revoked && (
        <div>
          <AskButton
            text={t('tokens.revoke')}
            icon={<IconBan size={18} aria-hidden />}
            title={t('tokens.revoke.title', { name: row.name })}
            sentence={t('tokens.revoke.sentence')}
            confirm={t('tokens.revoke')}
            grave
            act={() => callRoute('revokeToken', { params: { id }, ifVersion: row.version })}
            onDone={onClose}
          />
        </div>
      )}
    </RecordPanel>
  );
}

function RolesControl(props: ControlProps<AdminToken, Role[]>) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={props.label}
      error={props.error}
      value={props.value}
      onChange={(wanted) => props.onChange(wanted as Role[])}
    >
      <div className={styles.radios}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            disabled={props.readOnly}
            label={t(`role.${role}`)}
            description={t(`role.${role}.help`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
