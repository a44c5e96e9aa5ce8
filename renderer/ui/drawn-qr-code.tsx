import { create } from 'qrcode/lib/core/qrcode';
import { useMemo } from 'react';

/** What `QrCode` shows, once this and its library have come. */
export function DrawnQrCode({ text, size }: { readonly text: string; readonly size: number }) {
  const { side, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    let drawn = '';
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) drawn += `M${column} ${row}h1v1h-1z`;
      }
    }
    return { side: modules.size, path: drawn };
  }, [text]);
  return (
    <svg
      width={size}
      height={size}
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR"
    >
      <rect x="-4" y="-4" width={side + 8} height={side + 8} fill="#fff" />
      <path d={path} fill="#14201b" />
    </svg>
  );
}
