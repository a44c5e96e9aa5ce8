import { innerParts, type PublicPart, publicParts } from '../../../electron/contract/standard-parts';
import type { ServiceStandard } from '../../../electron/contract/standards';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { useTexts } from '../texts';
import styles from './paper.module.css';
import { PaperHead } from './paper-head';

/** Standards on A4, each on sheets of its own, on paper alone. */
export function StandardsSheet({ standards }: { readonly standards: readonly ServiceStandard[] }) {
  const { t, local, language } = useTexts();
  const { data: site } = useRoute('site');
  return (
    <div className={styles.paper} data-testid="standards-sheet">
      {standards.map((standard) => {
        const { decidedBy: by, decisionNumber: number, decidedOn } = standard;
        return (
          <article key={standard.id} className={styles.sheet}>
            <PaperHead under={standard.agency} />
            <h1>
              {t('standards.sheet.title')}
              <br />
              {local(standard.name)}
            </h1>
            <p className={styles.under}>
              {standard.isExample && <strong>{t('standards.sheet.example')}. </strong>}
              {by !== '' && number !== '' && decidedOn !== null
                ? t('standards.sheet.decided', { by, number, date: dateInWords(decidedOn, language, 'year') })
                : t('standards.sheet.undecided')}
            </p>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('standards.sheet.part')}</th>
                  <th scope="col">{t('standards.sheet.content')}</th>
                </tr>
              </thead>
              <tbody>
                {publicParts.map((part) => (
                  <tr key={part}>
                    <th scope="row">
                      {t(part === 'requirements' ? 'standards.sheet.requirements' : `standards.${part}`)}
                    </th>
                    <td>{textOf(standard, part) || t('standards.sheet.empty')}</td>
                  </tr>
                ))}
                {innerParts.map((part) => (
                  <tr key={part}>
                    <th scope="row">{t(`standards.${part}`)}</th>
                    <td>{standard[part] || t('standards.sheet.empty')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className={styles.signature}>
              <p>
                {site?.city}, {decidedOn === null ? '………………' : dateInWords(decidedOn, language, 'year')}
              </p>
              <p>{by}</p>
              <p className={styles.name}>………………………………</p>
            </div>
          </article>
        );
      })}
    </div>
  );
}

/** In Indonesian, in which it was decided. */
function textOf(standard: ServiceStandard, part: PublicPart): string {
  const text = standard[part].id;
  if (part !== 'requirements') return text;
  return [...standard.documents.id, text].filter((line) => line !== '').join('\n');
}
