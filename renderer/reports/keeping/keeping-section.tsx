import { Button, NumberInput, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { routeKey, useRoute } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { Panel } from '../figures/panel';
import pageStyles from '../frame/section-page.module.css';
import { useTexts } from '../texts';
import styles from './keeping-section.module.css';

/** What is kept of the days that are over, and for how long. */
export function KeepingSection() {
  const { t } = useTexts();
  const settings = useRoute('settings');
  const session = useSession();
  return (
    <div className={pageStyles.page}>
      <h1>{t('section.keeping')}</h1>
      <Panel title={t('keeping.title')} sentence={t('keeping.noData')}>
        {settings.data ? (
          <KeepingForm settings={settings.data} mayChange={session.data?.user.role === 'admin'} />
        ) : (
          <NotYet answer={settings} />
        )}
      </Panel>
    </div>
  );
}

/** What stands in the field when removal is switched on. */
const suggestedMonths = 24;

function KeepingForm(props: { readonly settings: ShownSettings; readonly mayChange: boolean }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const { mayChange } = props;
  const { saveDayReports, keepTicketsMonths, surveyKeptMonths } = props.settings;
  const edit = useEdit('keeping', { saveDayReports, keepTicketsMonths, surveyKeptMonths });
  const months = edit.value.keepTicketsMonths;
  const change = useMutation({
    mutationFn: () => callRoute('changeSettings', { body: edit.value }),
    onSuccess: (settings) => {
      queries.setQueryData(routeKey('settings'), settings);
      edit.discard();
    },
  });
  const changed = edit.changed.length > 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !change.isPending) change.mutate();
      }}
    >
      {!mayChange && <p>{t('keeping.readOnly')}</p>}
      <FormError error={change.error} />
      <SwitchRow
        label={t('keeping.save')}
        help={t('keeping.save.help')}
        isOn={edit.value.saveDayReports}
        disabled={!mayChange}
        onSwitch={(saveDayReports) => edit.set({ saveDayReports })}
      />
      <SwitchRow
        label={t('keeping.purge')}
        help={t(months === null ? 'keeping.forever' : 'keeping.purge.help')}
        isOn={months !== null}
        disabled={!mayChange}
        onSwitch={(isOn) => edit.set({ keepTicketsMonths: isOn ? suggestedMonths : null })}
      />
      {months !== null && (
        <MonthsRow
          label={t('keeping.months')}
          least={1}
          disabled={!mayChange}
          value={months}
          onChange={(keepTicketsMonths) => edit.set({ keepTicketsMonths })}
        />
      )}
      <MonthsRow
        label={t('keeping.survey')}
        help={t('keeping.survey.help')}
        least={6}
        disabled={!mayChange}
        value={edit.value.surveyKeptMonths}
        onChange={(surveyKeptMonths) => edit.set({ surveyKeptMonths })}
      />
      {mayChange && (
        <div className={styles.save}>
          <span role="status">{change.isSuccess && !changed && t('keeping.saved')}</span>
          <Button type="submit" disabled={!changed} loading={change.isPending}>
            {t('keeping.set')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What it is called and what it means at the left, its control at the right. */
function Row(props: {
  readonly label: string;
  readonly help?: string;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div>
        <label htmlFor={id}>{props.label}</label>
        <p id={`${id}-help`}>{props.help}</p>
      </div>
      {props.children({ id, 'aria-describedby': `${id}-help` })}
    </div>
  );
}

function SwitchRow(props: {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}) {
  return (
    <Row label={props.label} help={props.help}>
      {(ids) => (
        <Switch
          {...ids}
          checked={props.isOn}
          disabled={props.disabled}
          onChange={(event) => props.onSwitch(event.currentTarget.checked)}
        />
      )}
    </Row>
  );
}

/** A number of months; what is too few while it is typed is handed on once it is enough. */
function MonthsRow(props: {
  readonly label: string;
  readonly help?: string;
  readonly least: number;
  readonly disabled: boolean;
  readonly value: number;
  readonly onChange: (months: number) => void;
}) {
  const { t } = useTexts();
  const { least } = props;
  return (
    <Row label={props.label} {...(props.help ? { help: props.help } : {})}>
      {(ids) => (
        <div className={styles.months}>
          <NumberInput
            {...ids}
            w={84}
            hideControls
            min={least}
            max={120}
            allowDecimal={false}
            allowNegative={false}
            disabled={props.disabled}
            value={props.value}
            onChange={(value) =>
              typeof value === 'number' && value >= least && value <= 120 && props.onChange(value)
            }
          />
          <span>{t('keeping.months.unit')}</span>
        </div>
      )}
    </Row>
  );
}
