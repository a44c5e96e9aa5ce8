import { useState } from 'react';
import { addressOfPicture } from '../../electron/contract/picture-addresses';
import { JlamprangStar } from './jlamprang';

/** The hall's own sign, or Antre's star where it has none or its file is gone. The hall's name stands beside it. */
export function HallSign({
  logo,
  className,
}: {
  readonly logo: string | null;
  readonly className?: string | undefined;
}) {
  const [gone, setGone] = useState<string | null>(null);
  if (logo === null || gone === logo) return <JlamprangStar className={className} />;
  return (
    <img
      src={addressOfPicture(logo)}
      alt=""
      draggable={false}
      className={className}
      style={{ objectFit: 'contain' }}
      onError={() => setGone(logo)}
    />
  );
}
