// A Debian tree that starts as a machine of its own beside this one, with its own systemd, by systemd-nspawn and without a network.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../from-registry.mjs';

/** A machine that runs until `end`. What it says is what its programs write into `/srv/outside/said`, in a folder of this machine. */
export class Container {
  #child;
  #said;

  constructor(tree, outside) {
    this.#said = join(outside, 'said');
    rmSync(this.#said, { force: true });
    // Not told to a systemd of this machine, which may have none.
    this.#child = spawn(
      'systemd-nspawn',
      [
        '--quiet',
        '--boot',
        '--private-network',
        '--register=no',
        '--keep-unit',
        '--console=pipe',
        `--bind=${outside}:/srv/outside`,
        `--directory=${tree}`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }

  /** Hands over each line that it says, until `isLast` holds for one; resolves with that. Rejects after so many seconds of silence. */
  async lines(onLine, isLast, seconds) {
    let until = Date.now() + seconds * 1000;
    for (let known = 0; Date.now() < until; ) {
      const lines = existsSync(this.#said) ? readFileSync(this.#said, 'utf8').split('\n').slice(0, -1) : [];
      for (const line of lines.slice(known)) {
        onLine(line);
        if (isLast(line)) return line;
      }
      if (lines.length > known) until = Date.now() + seconds * 1000;
      known = lines.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('It said nothing more');
  }

  /** All its programs end at once, without a word, as when its power is cut; what they wrote is there. */
  async end() {
    const ended = new Promise((resolve) => this.#child.on('exit', resolve));
    const [first] = run('pgrep', ['--parent', String(this.#child.pid)])
      .trim()
      .split('\n');
    process.kill(Number(first), 'SIGKILL');
    await ended;
  }
}
