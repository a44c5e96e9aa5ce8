import { expect, test } from 'vitest';
import { setUpCodeSentence } from '../../electron/process/tell-set-up-code';

test('the set-up code is told at a terminal, and elsewhere only where it lies', () => {
  const setUp = { url: 'http://127.0.0.1:4180', code: 'ABCD-EFGH-JKMN', dataDir: '/data' };
  expect(setUpCodeSentence({ ...setUp, atTerminal: true })).toContain('ABCD-EFGH-JKMN');
  const journal = setUpCodeSentence({ ...setUp, atTerminal: false });
  expect(journal).not.toContain('ABCD');
  expect(journal).toContain('/data/setup-code');
});
