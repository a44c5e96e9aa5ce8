import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The components of Mantine that the sources below these folders of `renderer` import. */
function usedBelow(folders: readonly string[]): string[] {
  const names = folders
    .flatMap((folder) => globSync(`renderer/${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .flatMap((path) => [
      ...readFileSync(join(root, path), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
    ])
    .flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) =>
    existsSync(join(root, `node_modules/@mantine/core/styles/${name}.css`)),
  );
}

test.each(['admin', 'reports', 'staff', 'centre'])(
  'the page %s brings the styles of every component it draws',
  (page) => {
    const brought = readFileSync(join(root, `renderer/${page}/mantine.ts`), 'utf8');
    const used = usedBelow([page, 'ui/office']);
    expect(used).toContain('Button');
    expect(used.filter((name) => !brought.includes(`/styles/${name}.css'`))).toEqual([]);
  },
);

test('where choices stand in a row, what marks the chosen one comes too', () => {
  for (const path of globSync('renderer/*/mantine.ts', { cwd: root })) {
    const brought = readFileSync(join(root, path), 'utf8');
    expect(brought.includes('/SegmentedControl.css'), path).toBe(brought.includes('/FloatingIndicator.css'));
  }
});
