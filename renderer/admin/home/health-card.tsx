import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './card.module.css';

/** The machine in three rows: room on its disk, how long what runs Antre is mended, and how Antre stopped last. */
export function HealthCard() {
  const { t, language } = useTexts();
  const moment = useMoment();
  const { data: health } = useRoute('machineHealth');
  if (!health) return null;
  const { disk, support, endings } = health;
  const [last] = endings;
  const rows = [
    {
      name: t('health.disk'),
      value: t('home.health.free', { free: sizeInWords(disk.freeBytes, language) }),
      isFaulty: disk.state !== 'enough',
    },
    {
      name: `${support.name} ${support.version.split('.')[0]}`,
      value:
        support.until === null
          ? t('health.support.unknown')
          : t(support.state === 'ended' ? 'home.health.ended' : 'home.health.until', {
              date: dateInWords(support.until, language, 'year'),
            }),
      isFaulty: support.state !== 'supported',
    },
    ...(last
      ? [
          {
            name: t(last.how === 'asked' ? 'home.health.stopped' : 'home.health.ended.unasked'),
            value: moment(last.at),
            isFaulty: last.how !== 'asked',
          },
        ]
      : []),
  ];
  return (
    <Card title={t('section.health')} link={{ href: '#kesehatan', text: t('home.health.all') }}>
      <ul className={styles.rows}>
        {rows.map(({ name, value, isFaulty }) => {
          const Sign = isFaulty ? IconAlertTriangle : IconCircleCheck;
          return (
            <li key={name} data-faulty={isFaulty || undefined}>
              <Sign size={18} aria-hidden />
              <b>{name}</b>
              <span>{value}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
