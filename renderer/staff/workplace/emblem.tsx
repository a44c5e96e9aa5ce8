const ring = Array.from({ length: 16 }, (_each, index) => (index * Math.PI) / 8);
const petals = Array.from({ length: 8 }, (_each, index) => index * 45);

/** The jlamprang star: eight rays, a ring of sixteen dots, four petals between. */
export function Emblem({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="-20 -20 40 40" aria-hidden="true" fill="var(--kunyit)">
      {ring.map((angle) => (
        <circle key={angle} cx={17 * Math.cos(angle)} cy={17 * Math.sin(angle)} r={1.1} />
      ))}
      {petals.map((degrees) => (
        <path key={degrees} d="M0 -13.5 L2.7 -7 L0 -3 L-2.7 -7 Z" transform={`rotate(${degrees})`} />
      ))}
      <circle r={2} />
    </svg>
  );
}
