import type { ReactNode } from 'react';
import type { PrinterCause } from '../../electron/contract/printer-status';

/**
 * A printer with what is the matter with it, in the colour of the text around it: the same picture for visitors,
 * officers and admins, so that they speak of the same thing. It says nothing to screen readers; its sentence does.
 */
export function PrinterPicture({
  cause,
  className,
}: {
  readonly cause: PrinterCause | null;
  readonly className?: string | undefined;
}) {
  const lifted = cause === 'cover_open';
  return (
    <svg
      className={className}
      viewBox="0 0 96 96"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M14 46h68v34a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4Z" />
      <path d={lifted ? 'M14 46 30 10h46' : 'M14 46l6-22h56l6 22'} />
      {marks[cause ?? 'ready']}
    </svg>
  );
}

const cable = <path d="M48 84v6M30 64h12m12 0h12M42 56v16m12-16v16" />;
const question = <path d="M40 60a8 8 0 1 1 11 7c-2 1-3 2-3 4m0 6v.1" />;
const lock = <path d="M38 64h20v12H38Zm4 0v-4a6 6 0 0 1 12 0v4" />;
const cross = <path d="m36 56 24 20m0-20L36 76" />;

const marks: Readonly<Record<PrinterCause | 'ready', ReactNode>> = {
  ready: <path d="m34 64 10 10 18-18" />,
  // A roll, empty, and one with a little paper.
  paper_out: (
    <>
      <circle cx="48" cy="66" r="12" strokeDasharray="5 8" />
      <circle cx="48" cy="66" r="3" />
    </>
  ),
  paper_low: (
    <>
      <circle cx="48" cy="66" r="7" />
      <path d="M55 66v12h12" />
    </>
  ),
  cover_open: <path d="M48 78V56m-9 9 9-9 9 9" />,
  // Scissors that stick.
  cutter: (
    <>
      <circle cx="36" cy="74" r="4" />
      <circle cx="60" cy="74" r="4" />
      <path d="M39 71 58 54M57 71 38 54" />
    </>
  ),
  overheated: <path d="M48 54v12m0 0a6 6 0 1 0 .1 0M64 54v8m0 8v.1M32 54v8m0 8v.1" />,
  mechanical: <path d="M34 58c6 0 6 8 14 8s8-8 14-8M34 70c6 0 6 8 14 8s8-8 14-8" />,
  unrecoverable: cross,
  feed_button: (
    <>
      <circle cx="66" cy="66" r="6" />
      <path d="M34 66h18m-7-7 7 7-7 7" />
    </>
  ),
  not_ready: question,
  ticket_in_mouth: <path d="M34 38h28v22l-5 4-4-4-5 4-5-4-4 4-5-4Z" />,
  cannot_tell: question,
  not_answering: question,
  not_found: cable,
  busy: lock,
  denied: lock,
  timed_out: question,
  lost: cable,
  no_driver: lock,
  usb_missing: cross,
  serial_missing: cross,
  spooler_missing: cross,
};
