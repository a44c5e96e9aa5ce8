import { useId } from 'react';

/**
 * The motif of Pekalongan's jlamprang cloth, drawn for Antre: an eight-rayed star in a ring of 16 dots, a
 * four-petalled flower between stars. Everything takes `currentColor`; stars are 160 units wide.
 */
const axisRay = 'M0-60 12-36 0-14-12-36Z';
const diagonalRay = 'M31-31 27-13 9-9 13-27Z';
const quarterTurns = [0, 90, 180, 270];
const dotRing = Array.from({ length: 16 }, (_, index) => {
  const angle = ((index + 0.5) * Math.PI) / 8;
  return { x: round(72 * Math.cos(angle)), y: round(72 * Math.sin(angle)) };
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function Star() {
  return (
    <>
      <path d="M0-9 9 0 0 9-9 0Z" />
      {quarterTurns.map((turn) => (
        <g key={turn} transform={`rotate(${turn})`}>
          <path d={axisRay} />
          <path d={diagonalRay} />
        </g>
      ))}
      {dotRing.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="4.6" />
      ))}
    </>
  );
}

function Flower() {
  return (
    <>
      <circle r="4.6" />
      {quarterTurns.map((turn) => (
        <g key={turn} transform={`rotate(${turn})`}>
          <path d="M6-6C8-22 18-28 28-28 28-18 22-8 6-6Z" />
          <path d="M0-38 6-32 0-26-6-32Z" />
        </g>
      ))}
    </>
  );
}

/** One star, the hall's mark. */
export function JlamprangStar({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="-80 -80 160 160" fill="currentColor" aria-hidden="true">
      <Star />
    </svg>
  );
}

/** The cloth, filling its box; `cell` is the distance between two stars, in px or as a length. */
export function JlamprangCloth({
  className,
  cell,
}: {
  readonly className?: string | undefined;
  readonly cell: number | string;
}) {
  const id = useId();
  return (
    <svg className={className} width="100%" height="100%" fill="currentColor" aria-hidden="true">
      <pattern id={id} width={cell} height={cell} patternUnits="userSpaceOnUse" viewBox="-95 -95 190 190">
        <Star />
        {[
          [-95, -95],
          [95, -95],
          [-95, 95],
          [95, 95],
        ].map(([x, y]) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <Flower />
          </g>
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** A band of lozenges and dots, 12 px high: the edge of the cloth. */
export function JlamprangBorder({ className }: { readonly className?: string | undefined }) {
  const id = useId();
  return (
    <svg className={className} width="100%" height="12" fill="currentColor" aria-hidden="true">
      <pattern id={id} width="32" height="12" patternUnits="userSpaceOnUse">
        <path d="M8 0 14 6 8 12 2 6Z" />
        <circle cx="24" cy="6" r="2.5" />
      </pattern>
      <rect width="100%" height="12" fill={`url(#${id})`} />
    </svg>
  );
}

/** The four-pointed sparkle before a group's name. */
export function JlamprangSparkle({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="-14 -14 28 28" fill="currentColor" aria-hidden="true">
      <path d="M0-14C2-5 5-2 14 0 5 2 2 5 0 14-2 5-5 2-14 0-5-2-2-5 0-14Z" />
    </svg>
  );
}
