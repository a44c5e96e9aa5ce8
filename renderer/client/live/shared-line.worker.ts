import { openOwnLine } from './own-line';
import type { News, TabSays } from './shared-messages';
import { TabsOnOneLine } from './tabs-on-one-line';

/** The shared worker of all tabs of a browser: it holds their one line, however many come and go. */
const tabs = new TabsOnOneLine((topics, after) => openOwnLine(topics, { after, partly: true }));

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  const hear = tabs.join((news: News) => port.postMessage(news));
  port.onmessage = ({ data }: MessageEvent<TabSays>) => hear(data);
});
