import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormError } from '../../ui/office/form-error';
import { EditForm } from '../edit/edit-form';
import formStyles from '../edit/edit-form.module.css';
import { SaveBar } from '../edit/save-bar';
import type { EditPart } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import styles from './step-form.module.css';
import type { StepWay } from './step-props';

/** A step's own part with its one row of buttons: what was typed is saved by going on, and kept unsaved by leaving. */
export function StepForm(props: {
  readonly way: StepWay;
  /** What is edited in it; absent: each thing is saved as it is done. */
  readonly parts?: readonly EditPart[];
  readonly onSeek?: () => void;
  /** What going on means while the step lacks what would make it done: it is put off. */
  readonly without?: string | null;
  /** Ends the set-up, in place of going on. */
  readonly last?: ReactNode;
  readonly children: ReactNode;
}) {
  const { way, parts, last, without = null } = props;
  const { t } = useTexts();
  const done = () => way.mark('done');
  const actions = (
    <>
      {way.back && (
        <Button
          variant="default"
          className={styles.back ?? ''}
          aria-label={t('setUp.back')}
          onClick={way.back}
        >
          <IconChevronLeft size={18} aria-hidden />
          <span className={styles.word}>{t('setUp.back')}</span>
        </Button>
      )}
      {last ??
        (without !== null ? (
          <Button variant="default" data-onward loading={way.isMarking} onClick={() => way.mark('skipped')}>
            {without}
          </Button>
        ) : (
          <>
            {way.standing !== 'done' && (
              <Button
                variant="default"
                className={styles.act ?? ''}
                disabled={way.isMarking}
                onClick={() => way.mark('skipped')}
              >
                {t('setUp.skip')}
              </Button>
            )}
            <Button
              data-onward
              {...(parts ? { type: 'submit' as const } : { onClick: done })}
              loading={way.isMarking || (parts?.some(({ saving }) => saving) ?? false)}
            >
              {t(way.standing === 'done' ? 'setUp.on' : 'setUp.next')}
            </Button>
          </>
        ))}
    </>
  );
  const content = (
    <>
      {props.children}
      <FormError error={way.error} />
    </>
  );
  return parts ? (
    <EditForm
      parts={parts}
      readOnly={false}
      actions={actions}
      onSaved={done}
      {...(props.onSeek ? { onSeek: props.onSeek } : {})}
    >
      {content}
    </EditForm>
  ) : (
    <div className={formStyles.form}>
      <div className={formStyles.body}>{content}</div>
      <SaveBar parts={[]} actions={actions} onToFault={() => undefined} />
    </div>
  );
}
