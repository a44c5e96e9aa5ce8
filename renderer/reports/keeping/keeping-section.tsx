import { Button, NumberInput, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
      <Switch
        label={t('keeping.save')}
        description={t('keeping.save.help')}
        checked={edit.value.saveDayReports}
        disabled={!mayChange}
        onChange={(event) => edit.set({ saveDayReports: event.currentTarget.checked })}
      />
      <Switch
        label={t('keeping.purge')}
        description={t('keeping.purge.help')}
        checked={months !== null}
        disabled={!mayChange}
        onChange={(event) =>
          edit.set({ keepTicketsMonths: event.currentTarget.checked ? suggestedMonths : null })
        }
      />
      {months === null ? (
        <p>{t('keeping.forever')}</p>
      ) : (
        <MonthsField
          label={t('keeping.months')}
          least={1}
          disabled={!mayChange}
          value={months}
          onChange={(keepTicketsMonths) => edit.set({ keepTicketsMonths })}
        />
      )}
      <MonthsField
        label={t('keeping.survey')}
        description={t('keeping.survey.help')}
        least={6}
        disabled={!mayChange}
        value={edit.value.surveyKeptMonths}
        onChange={(surveyKeptMonths) => edit.set({ surveyKeptMonths })}
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
