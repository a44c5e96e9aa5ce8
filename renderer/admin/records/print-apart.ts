/** Prints what `fill` puts into an empty document, without the page around it. */
export function printApart(fill: (inside: Document) => void): void {
  const frame = document.createElement('iframe');
  // One that isn't displayed at all would come out empty.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  frame.ariaHidden = 'true';
  document.body.append(frame);
  const inside = frame.contentDocument;
  if (!inside) return;
  fill(inside);
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
}
