import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { HoursEditor } from '../hours/hours-editor';
import { useTexts } from '../texts';

/** The hall's own week, which all follow that have none of their own. */
export function HoursStep() {
  const { t } = useTexts();
  const hours = useRoute('adminHours');
  if (!hours.data) return <NotYet answer={hours} />;
  const own = hours.data.find(({ scope }) => scope === 'hall');
  return (
    <>
      <HoursEditor
        hours={
          own ?? { id: '', version: 0, scope: 'hall', week: [], lastTicketMinutesBefore: 0, unreadable: [] }
        }
        wider={null}
        title={t('hours.hall')}
        about={t('hours.hall.help')}
        followText=""
        readOnly={false}
      >
        {null}
      </HoursEditor>
      <p>
        <a href="#jam">{t('setUp.hours.more')}</a> · <a href="#libur">{t('setUp.hours.closures')}</a>
      </p>
    </>
  );
}
