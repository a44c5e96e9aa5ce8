// What pages draw codes by: the library's types as a whole would bring Node's into every page.
declare module 'qrcode/lib/core/qrcode' {
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; get(row: number, column: number): number } };
}
