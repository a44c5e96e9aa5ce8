import { AbsentPrinter } from './absent-printer';
import { fileTransport } from './file-transport';
import { LinePrinter } from './line-printer';
import { PreviewPrinter } from './preview-printer';
import type { Printer } from './printer';
import { tcpTransport } from './tcp-transport';

/** Where tickets are printed. */
export type PrinterTarget =
  | { readonly kind: 'preview' }
  | { readonly kind: 'none' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/** Begins to look after a printer; its status is `offline` until it has answered. Never throws. */
export function openPrinter(target: PrinterTarget): Printer {
  switch (target.kind) {
    case 'preview':
      return new PreviewPrinter();
    case 'none':
      return new AbsentPrinter();
    case 'tcp':
      return new LinePrinter(tcpTransport(target));
    case 'file':
      return new LinePrinter(fileTransport(target.path));
  }
}
