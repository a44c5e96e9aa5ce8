import { useId } from 'react';

/** The eight-rayed star of Pekalongan's jlamprang cloth, with its sixteen dots; drawn in the text's colour. */
export function JlamprangStar({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="-50 -50 100 100" aria-hidden="true" fill="currentColor">
      <StarShapes />
    </svg>
  );
}

/** The cloth itself: stars in rows, four-petal flowers between them. Fills its box, tone on tone. */
export function JlamprangCloth({ className }: { readonly className?: string | undefined }) {
  const pattern = useId();
  return (
    <svg className={className} aria-hidden="true" fill="currentColor" preserveAspectRatio="xMidYMid slice">
      <defs>
        <pattern
          id={pattern}
          viewBox="-50 -50 100 100"
          width="18.6rem"
          height="18.6rem"
          patternUnits="userSpaceOnUse"
        >
          <StarShapes />
          {[-50, 50].flatMap((x) => [-50, 50].map((y) => <Flower key={`${x} ${y}`} x={x} y={y} />))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}

function StarShapes() {
  return (
    <>
      {[0, 90, 180, 270].map((angle) => (
        <g key={angle} transform={`rotate(${angle})`}>
          <path d="M0 -37 L7 -18.5 L0 -8 L-7 -18.5 Z" />
          <path transform="rotate(45)" d="M0 -29 L6.2 -17 L0 -8.5 L-6.2 -17 Z" />
        </g>
      ))}
      <path d="M0 -4.6 L4.6 0 L0 4.6 L-4.6 0 Z" />
      {Array.from({ length: 16 }, (_, index) => (index * 360) / 16).map((angle) => (
        <circle key={angle} cy={-45} r={2.3} transform={`rotate(${angle + 11.25})`} />
      ))}
    </>
  );
}

function Flower({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {[45, 135, 225, 315].map((angle) => (
        <ellipse key={angle} cy={-6.5} rx={3} ry={5} transform={`rotate(${angle})`} />
      ))}
      <circle r={1.6} />
    </g>
  );
}
