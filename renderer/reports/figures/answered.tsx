import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useTexts } from '../texts';

/** Shows rows once they are there; before, and where there are none, a sentence that says so. */
export function Answered<Row>(props: {
  readonly answer: UseQueryResult<readonly Row[]>;
  /** What to say where there are none, instead of the usual. */
  readonly none?: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const { t } = useTexts();
  const { data, error } = props.answer;
  if (error) return <FormError error={error} />;
  if (!data) return <NotYet answer={props.answer} />;
  if (data.length === 0) return <p>{props.none ?? t('nothing')}</p>;
  return props.children(data);
}
