/** A pregnant woman, drawn for Antre in the weight of the other icons; the icon set has none. */
export function PregnantFigure() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle cx="10.5" cy="4" r="2" />
      <path d="M9 9.5v5.5h1.5v6" />
      <path d="M9 9.5c.6-.9 2.6-.9 3.2.2l.5 1.3c2 .5 3 1.7 3 3.2 0 1.3-.8 2.3-2.2 2.3h-.5V21" />
    </svg>
  );
}
