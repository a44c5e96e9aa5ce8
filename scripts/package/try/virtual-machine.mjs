// A machine that starts from a Debian tree, in QEMU: its serial line is read, its screens are photographed by the monitor.
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, globSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { run } from '../from-registry.mjs';

/** Makes a disk of so many gigabytes with what lies in `tree`, and returns its path. */
export function diskOf(tree, file, gigabytes) {
  rmSync(file, { force: true });
  run('truncate', ['-s', `${gigabytes}G`, file]);
  run('mke2fs', ['-q', '-t', 'ext4', '-L', 'root', '-d', tree, file]);
  return file;
}

/** Keeps the newest kernel of `tree` beside the disk. */
export function keepKernel(tree, disk) {
  for (const [pattern, ending] of [
    ['boot/vmlinuz-*', 'kernel'],
    ['boot/initrd.img-*', 'initrd'],
  ]) {
    const newest = globSync(pattern, { cwd: tree }).sort().at(-1);
    cpSync(join(tree, newest), `${disk}.${ending}`);
  }
}

/** A machine that runs until `end`. */
export class VirtualMachine {
  #child;
  #monitor;
  #words = '';
  #onWords = () => {};
  #began = Date.now();
  #ended = false;

  /**
   * Starts `disk` with the kernel beside it (`keepKernel`); `folder` is for the monitor's socket. `isEmulated`: without the
   * processor's help, where that is there but doesn't work (some virtual machines'). `extra` are QEMU's parameters.
   */
  constructor(disk, folder, { megabytes = 2048, extra = [], kernelWords = '', isEmulated = false } = {}) {
    this.monitorPath = join(folder, 'monitor');
    rmSync(this.monitorPath, { force: true });
    this.isFast = !isEmulated && mayUse('/dev/kvm');
    this.#child = spawn(
      'qemu-system-x86_64',
      [
        ...['-machine', 'q35', '-smp', '2', '-m', String(megabytes), '-display', 'none', '-no-reboot'],
        // A machine that is itself a virtual one may refuse the register of that feature.
        ...(this.isFast
          ? ['-accel', 'kvm', '-cpu', 'host,-arch-capabilities']
          : ['-accel', 'tcg,thread=multi', '-cpu', 'max']),
        ...['-drive', `file=${disk},format=raw,if=virtio,cache=unsafe`, '-device', 'virtio-rng-pci'],
        ...['-kernel', `${disk}.kernel`, '-initrd', `${disk}.initrd`],
        ...['-append', `root=/dev/vda rw quiet no_timer_check console=tty0 console=ttyS0 ${kernelWords}`],
        ...['-serial', 'stdio', '-qmp', `unix:${this.monitorPath},server=on,wait=off`, ...extra],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#child.stdout.on('data', (chunk) => {
      this.#words += chunk;
      this.#onWords();
    });
    this.#child.on('exit', () => {
      this.#ended = true;
      this.#onWords();
    });
  }

  /** Seconds since it was switched on. */
  get seconds() {
    return (Date.now() - this.#began) / 1000;
  }

  /** Resolves with the first match in what it said on its serial line; rejects with its last words after so many seconds. */
  said(pattern, seconds) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`It did not say ${pattern}:\n${this.#words.slice(-3000)}`)),
        seconds * 1000,
      );
      this.#onWords = () => {
        const found = pattern.exec(this.#words);
        if (!found && !this.#ended) return;
        clearTimeout(late);
        this.#onWords = () => {};
        if (found) resolve(found);
        else reject(new Error(`It ended:\n${this.#words.slice(-3000)}`));
      };
      this.#onWords();
    });
  }

  /** Has QEMU's monitor do something; returns its answer. */
  async monitor(execute, parameters = {}) {
    this.#monitor ??= await this.#connect();
    return this.#monitor({ execute, arguments: parameters });
  }

  async #connect() {
    const socket = createConnection(this.monitorPath);
    let buffered = '';
    let answered = () => {};
    socket.on('data', (chunk) => {
      buffered += chunk;
      const lines = buffered.split('\n');
      buffered = lines.pop();
      for (const message of lines.map((line) => JSON.parse(line)))
        if ('return' in message || 'error' in message) answered(message);
    });
    const ask = (message) =>
      new Promise((resolve, reject) => {
        answered = ({ error, return: result }) => (error ? reject(new Error(error.desc)) : resolve(result));
        socket.write(`${JSON.stringify(message)}\n`);
      });
    await ask({ execute: 'qmp_capabilities' });
    return ask;
  }

  /** Keeps what a screen of the graphics card `video` shows as a PNG. */
  async photograph(file, head) {
    await this.monitor('screendump', { filename: file, format: 'png', device: 'video', head });
    return file;
  }

  end() {
    this.#child.kill('SIGKILL');
  }
}

function mayUse(device) {
  try {
    accessSync(device, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
