import { expect, test } from 'vitest';
import { changedSources } from '../support/changed-sources';
import type * as drawnNavigations from './drawn-navigation';
import { standInForBrowser } from './page-globals';

test('a section is its page, a row and its texts: it stands in the navigation, and is shown at its address', async () => {
  const sources = changedSources();
  sources.make(
    'renderer/admin/bell/bell-section.tsx',
    `import { useTexts } from '../texts';

export function BellSection() {
  const { t } = useTexts();
  return <h1>{t('bell.title')}</h1>;
}
`,
  );
  const places = 'renderer/ui/office/frame/admin-places.ts';
  sources.replace(
    places,
    '  printer: {',
    `  bel: { address: 'bel', name: 'section.bell', roles: ['admin'] },
  printer: {`,
  );
  const list = 'renderer/admin/frame/sections.ts';
  sources.replace(
    list,
    `  {
    ...adminPlaces.printer,`,
    `  {
    ...adminPlaces.bel,
    group: 'group.people',
    icon: IconVolume,
    page: lazyPage(async () => (await import('../bell/bell-section')).BellSection),
  },
  {
    ...adminPlaces.printer,`,
  );
  sources.say('office/admin-sections', 'section.bell', { id: 'Bel', en: 'Bell' });
  sources.say('office/admin', 'bell.title', { id: 'Bel balai', en: "The hall's bell" });
  expect(sources.touched).toEqual([
    'renderer/admin/bell/bell-section.tsx',
    'renderer/ui/office/frame/admin-places.ts',
    'renderer/admin/frame/sections.ts',
    'electron/texts',
  ]);

  standInForBrowser('#bel');
  const { drawnNavigation: html } = await sources.run<typeof drawnNavigations>(
    'test/recipes/drawn-navigation.tsx',
  );
  expect(html).toMatch(/<a href="#bel" aria-current="page"[^>]*>.*?<span>Bel<\/span><\/a>/);
  expect(html).toContain('<h1>Bel balai</h1>');
});
