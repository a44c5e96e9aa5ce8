import { Button, NumberInput, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { routeKey, useRoute } from '../../client/use-route';
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
  const [save, setSave] = useState(props.settings.saveDayReports);
  const [months, setMonths] = useState(props.settings.keepTicketsMonths);
  const [surveyMonths, setSurveyMonths] = useState(props.settings.surveyKeptMonths);
  const change = useMutation({
    mutationFn: () =>
      callRoute('changeSettings', {
        body: { saveDayReports: save, keepTicketsMonths: months, surveyKeptMonths: surveyMonths },
      }),
    onSuccess: (settings) => queries.setQueryData(routeKey('settings'), settings),
  });
  const changed =
    save !== props.settings.saveDayReports ||
    months !== props.settings.keepTicketsMonths ||
    surveyMonths !== props.settings.surveyKeptMonths;
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
      <Switch
        label={t('keeping.save')}
        description={t('keeping.save.help')}
        checked={save}
        disabled={!mayChange}
        onChange={(event) => setSave(event.currentTarget.checked)}
      />
      <Switch
        label={t('keeping.purge')}
        description={t('keeping.purge.help')}
        checked={months !== null}
        disabled={!mayChange}
        onChange={(event) => setMonths(event.currentTarget.checked ? suggestedMonths : null)}
      />
      {months === null ? (
        <p>{t('keeping.forever')}</p>
      ) : (
        <MonthsField
          label={t('keeping.months')}
          least={1}
          disabled={!mayChange}
          value={months}
          onChange={setMonths}
        />
      )}
      <MonthsField
        label={t('keeping.survey')}
        description={t('keeping.survey.help')}
        least={6}
        disabled={!mayChange}
        value={surveyMonths}
        onChange={setSurveyMonths}
      />
      {mayChange && (
        <div className={styles.save}>
          <Button type="submit" disabled={!changed} loading={change.isPending}>
            {t('keeping.set')}
          </Button>
          <span role="status">{change.isSuccess && !changed && t('keeping.saved')}</span>
        </div>
      )}
    </form>
  );
}

/** A number of months; what is too few while it is typed is handed on once it is enough. */
function MonthsField(props: {
  readonly label: string;
  readonly description?: string;
  readonly least: number;
  readonly disabled: boolean;
  readonly value: number;
  readonly onChange: (months: number) => void;
}) {
  const { t } = useTexts();
  const { least } = props;
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      suffix={` ${t('keeping.months.unit')}`}
      maw={420}
      size="md"
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
  );
}
