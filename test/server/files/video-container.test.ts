import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWholeVideo } from '../../../electron/server/files/video-container';
import { temporaryFolder } from '../../support/temporary-store';

const box = (type: string, content: Buffer = Buffer.alloc(0)) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
};
const movie = (...within: Buffer[]) => [
  box('ftyp', Buffer.from('isom')),
  box('moov', Buffer.concat([box('mvhd', Buffer.alloc(20)), ...within])),
  box('mdat', Buffer.alloc(100)),
];

test('a movie is taken whatever stands between its parts, unless it is in fragments, cut off or all boxes', async () => {
  const folder = temporaryFolder();
  const isWhole = async (...boxes: readonly Buffer[]) => {
    const file = join(folder, 'movie.mp4');
    writeFileSync(file, Buffer.concat(boxes));
    return await isWholeVideo(file, 'video/mp4');
  };
  const between = fc.array(
    fc.record({ type: fc.constantFrom('free', 'uuid', 'meta', 'wide'), size: fc.nat(300), at: fc.nat(3) }),
    { maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(between, fc.nat(), async (more, cut) => {
      const boxes = movie(box('trak', Buffer.alloc(50)));
      for (const { type, size, at } of more) boxes.splice(at, 0, box(type, Buffer.alloc(size)));
      expect(await isWhole(...boxes)).toBe(true);
      const bytes = Buffer.concat(boxes);
      const last = boxes.at(-1)?.length ?? 0;
      // Within its last box: at the end of another it would be a shorter file that is whole.
      expect(await isWhole(bytes.subarray(0, bytes.length - 1 - (cut % (last - 1))))).toBe(false);
      expect(await isWhole(...boxes, box('moof'), box('mdat'))).toBe(false);
    }),
    { numRuns: 60 },
  );
  expect(await isWhole(...movie(box('mvex', box('trex', Buffer.alloc(24)))))).toBe(false);
  const many = Buffer.concat(Array.from({ length: 200_000 }, () => box('free')));
  expect(await isWhole(...movie(), many)).toBe(false);
  expect(await isWhole(...movie(many))).toBe(false);
});
