import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { printerDialects, profileName } from '../../../electron/contract/printer-profile';
import { canPrint } from '../../../electron/contract/printer-status';
import { parsePrinterTarget } from '../../../electron/contract/printer-target';
import type { AdminPrinter, FoundPrinter } from '../../../electron/contract/printers';
import { profileTexts } from '../../../electron/contract/profile-names';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import { type Translate, useTexts } from '../texts';
import styles from './printers.module.css';

/** A printer that was found: who made it, how it is connected and how it is, what it would be set up as, and the way to use it. */
export function FoundPrinterCard(props: {
  readonly found: FoundPrinter;
  /** The printer that it is already. */
  readonly kept: AdminPrinter | null;
  readonly onUse: () => void;
}) {
  const { found, kept } = props;
  const { t, language } = useTexts();
  const { profile } = found;
  // One that answers nothing may be well all the same: only paper tells.
  const status = printerDialects[profile.dialect].tells ? found.status : null;
  const name = [found.maker, found.model].filter(Boolean).join(' ') || t('printers.unknown');
  const words = status?.cause ? printerWords(language, status.cause) : null;
  const isWell = status !== null && canPrint(status);
  const known = profileName(profile);
  const usedAs = found.usedAs ?? kept?.name ?? null;
  return (
    <li data-state={usedAs !== null || status === null ? undefined : isWell ? 'well' : 'fault'}>
      <PrinterPicture className={styles.foundPicture} cause={status?.cause ?? null} />
      <div className={styles.words}>
        <h3>{name}</h3>
        <p>{connection(found, t)}</p>
        {usedAs === null && (
          <p className={styles.foundState}>
            <strong>
              {status === null ? t('printers.notAsked') : words ? words.name : t('printers.ready')}
            </strong>
            {words && `. ${words.officer}`}
            {words?.admin && ` ${words.admin}`}
          </p>
        )}
        {usedAs === null && (
          <p>
            {t('printers.profile')}: {known ? profileTexts.in(language)(known) : t('printers.profile.own')}
          </p>
        )}
        <p className={styles.address}>{found.target}</p>
        {found.steadyTarget !== null && <UnsteadyAddress kept={kept} steadyTarget={found.steadyTarget} />}
      </div>
      {usedAs === null ? (
        <Button size="sm" aria-label={`${t('printers.use')} ${name}`} onClick={props.onUse}>
          {t('printers.use')}
        </Button>
      ) : (
        <span className={styles.used}>{t('printers.usedAs', { name: usedAs })}</span>
      )}
    </li>
  );
}

/** How it is connected, in words. */
function connection({ kind, target, serial }: FoundPrinter, t: Translate): string {
  const parsed = parsePrinterTarget(target);
  const where =
    parsed?.kind === 'usb' && parsed.port !== null
      ? t('printers.socket', { socket: parsed.port.replace(/^.*-/, '') })
      : parsed?.kind === 'tcp'
        ? parsed.host
        : null;
  const number = serial === null ? null : t('printers.serialNumber', { serial });
  return [t(`printers.kind.${kind}`), where, number].filter(Boolean).join(', ');
}

/** Says that an address which is in use may come to mean another printer, and puts the better one in its place. */
function UnsteadyAddress({
  kept,
  steadyTarget,
}: {
  /** The printer whose address it is; null where it is kept under no such address (set from outside, or put right). */
  readonly kept: AdminPrinter | null;
  readonly steadyTarget: string;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ id, version }: AdminPrinter) =>
      callRoute('changePrinter', { params: { id }, ifVersion: version, body: { target: steadyTarget } }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (change.isSuccess) return <p role="status">{t('printers.steady.done')}</p>;
  if (kept === null) return null;
  return (
    <div className={styles.unsteady}>
      <p>{t('printers.steady.why')}</p>
      <Button variant="default" size="sm" loading={change.isPending} onClick={() => change.mutate(kept)}>
        {t('printers.steady.change')}
      </Button>
      <FormError error={change.error} />
    </div>
  );
}
