import type { ReactNode } from 'react';
import { usePressed } from '../press-button';

/**
 * One of several that exclude each other: a radio button of the page's own kind, so that keyboard and screen
 * reader know it, whose label is the tile that is touched. `children` are the tile.
 */
export function Choice({
  name,
  value,
  chosen,
  onChoose,
  className,
  attributes,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly className?: string | undefined;
  readonly attributes?: Readonly<Record<`data-${string}`, string | true | undefined>>;
  readonly children: ReactNode;
}) {
  const pressed = usePressed(true);
  return (
    <label className={className} data-chosen={chosen || undefined} {...attributes} {...pressed}>
      <input type="radio" name={name} value={value} checked={chosen} onChange={onChoose} />
      {children}
    </label>
  );
}
