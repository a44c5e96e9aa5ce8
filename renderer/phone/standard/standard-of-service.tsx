import { useCallback } from 'react';
import { linesOfPart, writtenParts } from '../../../electron/contract/standard-words';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/standards.json';
import { callRoute } from '../../client/api';
import { useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import styles from './standard-of-service.module.css';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/standards.json', { eager: true, import: 'default' }),
);

/** The six public parts of the service's standard, folded until they are wanted; nothing where the hall shows none here. */
export function StandardOfService({ serviceId }: { readonly serviceId: string }) {
  const { language } = useTexts();
  const load = useCallback(
    (signal: AbortSignal) =>
      callRoute('publicStandard', { params: { id: serviceId }, query: { on: 'phone' }, signal }),
    [serviceId],
  );
  const { value: standard } = useFetched(load);
  const t = texts.in(language);
  if (!standard) return null;
  return (
    <details className={styles.standard}>
      <summary>{t('standard')}</summary>
      {standard.isExample && <p className={styles.example}>{t('example')}</p>}
      <dl>
        {writtenParts(standard, language).map((written) => (
          <div key={written.part}>
            <dt>{t(`part.${written.part}`)}</dt>
            <dd>{linesOfPart(written).join('\n')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
