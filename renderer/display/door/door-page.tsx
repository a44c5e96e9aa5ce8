import type { DisplaySnapshot } from '../../../electron/contract/lobby';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/door.json';
import { codeInHalves, useAccess, useDeviceReport } from '../../client/device';
import { useSharedLine } from '../../client/live/shared-line';
import { useSnapshot } from '../../client/live/use-live-line';
import { HallSign } from '../../ui/hall-sign';
import { QrCode } from '../../ui/qr-code';
import { t } from '../texts';
import styles from './door-page.module.css';
import { useDoorCode } from './use-door-code';

/** In all of the hall's languages at once. */
const doorTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/door.json', { eager: true, import: 'default' }),
);

/** Pixels that the code is made of; the sheet makes it as large as the screen lets it be. */
const codeSize = 800;

/**
 * The screen at the door, a tablet or a television: the code by which phones take numbers inside the hall. It shows none that is
 * good no longer.
 */
export function DoorPage() {
  const { access } = useAccess('display');
  const device = access.state === 'let-in' ? access.device : undefined;
  const live = useSharedLine(['display', ...(device?.kind === 'display' ? [`device:${device.id}`] : [])]);
  const hall = useSnapshot<DisplaySnapshot>(live, 'display');
  useDeviceReport(device, 'display');
  const door = useDoorCode(device !== undefined);
  const languages = hall?.languages ?? ['id'];

  if (access.state === 'waiting') {
    return (
      <main className={styles.page}>
        <p className={styles.pairing}>
          {t('pairing')} <strong data-testid="pairing-code">{codeInHalves(access.code)}</strong>
        </p>
      </main>
    );
  }
  if (door === undefined || !hall) {
    return (
      <main className={styles.page}>
        <p className={styles.pairing}>{t('connecting')}</p>
      </main>
    );
  }
  const say = door === null ? 'away' : door.url === null ? 'off' : 'how';
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <HallSign logo={hall.logo} className={styles.logo} />
        <p>{hall.name}</p>
      </header>
      <div className={styles.door}>
        <div className={styles.words}>
          {languages.map((language) => (
            <section key={language} lang={language}>
              <h1>{doorTexts.in(language)(say === 'how' ? 'title' : 'atKiosk')}</h1>
              <p>{doorTexts.in(language)(say)}</p>
              {say === 'how' && <p className={styles.kiosk}>{doorTexts.in(language)('kiosk')}</p>}
            </section>
          ))}
          {door?.state === 'no_address' && <p className={styles.admin}>{t('noAddress')}</p>}
        </div>
        {door?.url && (
          <div className={styles.code} data-testid="door-code">
            <QrCode text={door.url} size={codeSize} />
          </div>
        )}
      </div>
    </main>
  );
}
