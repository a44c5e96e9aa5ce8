import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Rooms over a fifth of their floor, and why. */
const known = {
  'electron/centre/server': 'a handler for each row of the centre’s route table, and the doors for halls',
  'electron/server/routes': 'a handler for each row of the route table',
  'electron/contract/routes': 'a row for each route',
  'electron/actions/admin': 'a verb a file: what a hall is made of',
  'electron/views/reports': 'what managers read, on screens, in files and on paper',
  'native/printer': 'all other hardware is what a scanner or a touchscreen says',
  'renderer/admin': 'two dozen sections, each in a room of its own',
  'renderer/kiosk/spoken': 'the whole of the path by keys and ears, loaded when it is first taken',
  'renderer/staff/console': 'what an officer has before them all day',
  'renderer/staff/dialogs': 'a dialog a file, each loaded when it is opened',
  'renderer/ui/office': 'what the pages share that people work with',
};

/**
 * Looks for folders that hold more than a fifth of the lines of the folder around them, where that one has enough lines to
 * be a floor of its own.
 *
 * @param {string} root of the repository
 * @param {number} [least] lines from which a folder is a floor
 * @returns {string[]} a line for each that has no reason, and for each reason that is no longer needed
 */
export function largeRooms(root, least = 4000) {
  const lines = {};
  for (const path of globSync('{electron,native,renderer}/**/*.{ts,tsx,mts}', { cwd: root })) {
    const count = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    const parts = path.split(sep);
    for (let depth = 1; depth < parts.length; depth += 1) {
      const room = parts.slice(0, depth).join('/');
      lines[room] = (lines[room] ?? 0) + count;
    }
  }
  const large = Object.keys(lines).filter((room) => {
    const floor = lines[dirname(room)] ?? 0;
    return floor >= least && lines[room] > floor / 5;
  });
  return [
    ...large
      .filter((room) => !(room in known))
      .map((room) => `${room} holds ${lines[room]} of the ${lines[dirname(room)]} lines of ${dirname(room)}`),
    ...Object.keys(known)
      .filter((room) => room in lines && !large.includes(room))
      .map((room) => `${room} is no longer large: take its reason away`),
  ];
}
