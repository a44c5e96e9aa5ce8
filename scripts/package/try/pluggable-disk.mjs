// A disk whose power can be cut at any moment: its file is served by a program, and with that killed nothing more reaches it. What the
// system kept in its memory and had not written down is lost, as on a machine whose plug is pulled.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../from-registry.mjs';

export class PluggableDisk {
  #image;
  #port;
  #server;
  #device;

  /** The disk in the file `image`, which is there and has a file system; it is mounted at `mounted`. */
  constructor(image, mounted) {
    this.#image = image;
    this.#port = `${image}.port`;
    this.mounted = mounted;
  }

  async plugIn() {
    mkdirSync(this.mounted, { recursive: true });
    writeFileSync(this.#port, '');
    const file = ['--blockdev', `driver=file,node-name=disk,filename=${this.#image}`];
    const port = `type=fuse,id=port,node-name=disk,mountpoint=${this.#port},writable=on`;
    this.#server = spawn('qemu-storage-daemon', [...file, '--export', port], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { size } = statSync(this.#image);
    while (statSync(this.#port).size !== size) {
      if (this.#server.exitCode !== null) throw new Error('qemu-storage-daemon ended');
      await pause(100);
    }
    this.#device = run('losetup', ['--find', '--show', this.#port]).trim();
    run('mount', [this.#device, this.mounted]);
  }

  /** From here on nothing reaches it. */
  cut() {
    this.#server.kill('SIGKILL');
  }

  /** Takes away what is left of it here; what still runs on it must have ended. */
  unplug() {
    if (!this.#device) return;
    run('umount', ['--lazy', this.mounted]);
    run('losetup', ['--detach', this.#device]);
    run('umount', ['--lazy', this.#port]);
    this.#server.kill('SIGKILL');
    rmSync(this.#port, { force: true });
    this.#device = undefined;
  }
}
