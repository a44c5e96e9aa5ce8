import type { Language } from '../../contract/common';
import { html, type Markup } from './html';

/** Returns what a page without a script begins with, up to its body; nothing is fetched for it. */
export function pageHead(head: {
  readonly language: Language;
  readonly title: string;
  readonly hallName: string;
  readonly nonce: string;
  readonly style: Markup;
}): Markup {
  return html`<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${head.title} · ${head.hallName}</title>
<style nonce="${head.nonce}">${head.style}</style>
</head>`;
}
