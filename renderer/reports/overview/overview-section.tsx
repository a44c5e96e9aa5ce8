import { SectionPage } from '../frame/section-page';
import { useTexts } from '../texts/use-texts';

/** The hall at a glance. */
export function OverviewSection() {
  const { t } = useTexts();
  return <SectionPage title={t('section.overview')}>{null}</SectionPage>;
}
