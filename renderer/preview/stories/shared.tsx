import '../../ui/fonts';
import '../../ui/tokens.css';
import { kioskTexts } from '../../i18n/kiosk-texts';
import { CounterIcon } from '../../ui/counter-icon';
import { CounterTile, counterTileBox } from '../../ui/counter-tile';
import { DrawnQrCode } from '../../ui/drawn-qr-code';
import { HallSign } from '../../ui/hall-sign';
import { JlamprangBorder, JlamprangCloth, JlamprangSparkle, JlamprangStar } from '../../ui/jlamprang';
import colours from '../../ui/kiosk-colours.module.css';
import { KioskHint } from '../../ui/kiosk-hint';
import { OpeningIcon } from '../../ui/opening-icon';
import { FailedPage } from '../../ui/page/failed-page';
import { PrinterPicture } from '../../ui/printer-picture';
import { QrCode } from '../../ui/qr-code';
import { counters } from '../samples';
import type { Stories } from '../story';

function Tiles({ language }: { readonly language: 'id' | 'en' | 'jv' }) {
  return (
    <div className={colours.colours} data-orientation="portrait" data-mode="normal">
      {counters.map((each) => (
        <div key={each.code} {...counterTileBox(each)}>
          <CounterTile counter={each} texts={kioskTexts(language)} slow={each.code === 'B'} />
        </div>
      ))}
    </div>
  );
}

export const stories: Stories = {
  'Counter tiles': { draw: () => <Tiles language="id" /> },
  'Counter tiles in Javanese': { draw: () => <Tiles language="jv" /> },
  Icons: {
    draw: () => (
      <div style={{ color: '#0a5c50', fontSize: 40 }}>
        <CounterIcon name="id" size={64} />
        {(['break', 'absent', 'stopped', 'quota_full', 'closed'] as const).map((state) => (
          <OpeningIcon key={state} state={state} />
        ))}
        <HallSign logo={null} />
        <KioskHint text="KTP, KK, akta kelahiran" />
      </div>
    ),
  },
  'Printer pictures': {
    draw: () => (
      <div style={{ color: '#0a5c50', display: 'flex', gap: 24 }}>
        {([null, 'paper_out', 'cover_open', 'not_answering'] as const).map((cause) => (
          <div key={cause} style={{ width: 160 }}>
            <PrinterPicture cause={cause} />
          </div>
        ))}
      </div>
    ),
  },
  'QR code': {
    draw: () => (
      <>
        <QrCode text="http://192.168.1.10:4180/t/x" size={200} />
        <DrawnQrCode text="http://192.168.1.10:4180/t/x" size={200} />
      </>
    ),
  },
  Jlamprang: {
    draw: () => (
      <div style={{ color: '#0a5c50', height: 300 }}>
        <JlamprangBorder />
        <div style={{ width: 120 }}>
          <JlamprangStar />
          <JlamprangSparkle />
        </div>
        <JlamprangCloth cell={90} />
      </div>
    ),
  },
  'A page that failed': {
    draw: () => <FailedPage languages={['id', 'en', 'jv']} withButton forVisitors />,
  },
};
