// A machine that starts in QEMU: commands are run in it by the guest's agent; its screens are photographed, and touched, by
// the monitor.
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../from-registry.mjs';
import { openJsonSocket } from './json-socket.mjs';

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
  #agent;
  #words = '';
  #began = Date.now();
  #ended;

  /**
   * Starts `disk` with the kernel beside it (`keepKernel`), or as a USB stick by its own loader: `firmware` is `bios` or `uefi`.
   * `isEmulated`: without the processor's help though it is there. `extra` are QEMU's parameters.
   */
  constructor(disk, options = {}) {
    const { megabytes = 2048, extra = [], kernelWords = '', isEmulated = false, firmware } = options;
    this.disk = disk;
    for (const socket of ['monitor', 'agent']) rmSync(`${disk}.${socket}`, { force: true });
    this.isFast = !isEmulated && hasProcessorsHelp();
    this.#child = spawn(
      'qemu-system-x86_64',
      [
        ...['-machine', 'q35', '-m', String(megabytes), '-display', 'none', '-no-reboot'],
        ...(this.isFast ? helped : emulated),
        ...['-device', 'virtio-rng-pci', '-device', 'virtio-serial', '-device', 'qemu-xhci'],
        ...['-drive', `id=disk,file=${disk},format=raw,if=none,cache=unsafe`],
        ...(firmware ? asStick(firmware) : withKernel(disk, kernelWords)),
        // A finger's place is told as a tablet tells it.
        ...['-device', 'usb-tablet'],
        ...['-chardev', `socket,id=agent,path=${disk}.agent,server=on,wait=off`],
        ...['-device', 'virtserialport,chardev=agent,name=org.qemu.guest_agent.0'],
        ...['-serial', 'stdio', '-qmp', `unix:${disk}.monitor,server=on,wait=off`, ...extra],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#child.stdout.on('data', (chunk) => {
      this.#words = `${this.#words}${chunk}`.slice(-10_000);
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
  }

  /** Seconds since it was switched on. */
  get seconds() {
    return (Date.now() - this.#began) / 1000;
  }

  /** What it said last on its serial line. */
  get lastWords() {
    return this.#words.slice(-3000);
  }

  /**
   * Runs a shell's words in the machine as root, once it is up; returns what they say. Throws where they fail, or nothing
   * answers for so many seconds.
   */
  async run(words, seconds = 120) {
    let late;
    const lateAfter = new Promise((_resolve, reject) => {
      const say = () => reject(new Error(`No answer to: ${words}\n${this.lastWords}`));
      late = setTimeout(say, seconds * 1000);
    });
    const ended = this.#ended.then(() => Promise.reject(new Error(`It ended:\n${this.lastWords}`)));
    try {
      return await Promise.race([this.#runInGuest(words), lateAfter, ended]);
    } finally {
      clearTimeout(late);
    }
  }

  async #runInGuest(words) {
    this.#agent ??= await openJsonSocket(`${this.disk}.agent`);
    const program = { path: '/bin/sh', arg: ['-c', `exec 2>&1; ${words}`], 'capture-output': true };
    const { pid } = await this.#agent('guest-exec', program);
    for (;;) {
      const status = await this.#agent('guest-exec-status', { pid });
      if (status.exited) {
        const said = Buffer.from(status['out-data'] ?? '', 'base64').toString();
        if (status.exitcode !== 0) throw new Error(`${words}: ${said}`);
        return said.trim();
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** How a unit of it fares, in lines; throws where it isn't well. */
  async reportOf(unit) {
    const report = await this.run(
      `echo "unit $(systemctl is-active ${unit}), started again $(systemctl show -P NRestarts ${unit}) times"
      echo "failed units [$(systemctl list-units --failed --plain --no-legend | cut -d' ' -f1 | xargs)]"
      echo "run by $(ps -o user= -p "$(systemctl show -P MainPID ${unit})"), data $(stat -c '%U %a' /var/lib/antre)"
      systemd-analyze time | head -n 1
      systemd-analyze security ${unit} --no-pager | tail -n 1
      free -m | awk '$1 == "Mem:" { print "memory " $3 " MB used" }'`,
    );
    if (!/^unit active, started again 0 times\nfailed units \[\]$/m.test(report))
      throw new Error(`${report}\n${await this.run('journalctl -b --no-pager -p warning | tail -n 40')}`);
    return report;
  }

  /** Has QEMU's monitor do something; returns its answer. */
  async monitor(execute, parameters) {
    if (!this.#monitor) {
      this.#monitor = await openJsonSocket(`${this.disk}.monitor`);
      await this.#monitor('qmp_capabilities');
    }
    return this.#monitor(execute, parameters);
  }

  /** Keeps what a screen of the graphics card `video` shows, as a PNG or by a file name `….ppm` as plain pixels. */
  async photograph(file, head = 0) {
    const format = file.endsWith('.ppm') ? 'ppm' : 'png';
    await this.monitor('screendump', { filename: file, format, device: 'video', head });
    return file;
  }

  /** Touches a place, in shares of all screens' width and height, for so many milliseconds. */
  async tap(x, y, milliseconds = 80) {
    const axis = (name, share) => ({ type: 'abs', data: { axis: name, value: Math.round(share * 32_767) } });
    const button = (down) => ({ type: 'btn', data: { button: 'left', down } });
    await this.monitor('input-send-event', { events: [axis('x', x), axis('y', y)] });
    await this.monitor('input-send-event', { events: [button(true)] });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.monitor('input-send-event', { events: [button(false)] });
  }

  /** Presses keys together, by QEMU's names of them. */
  async press(...keys) {
    await this.monitor('send-key', { keys: keys.map((data) => ({ type: 'qcode', data })) });
  }

  /** Cuts its power. */
  async end() {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

// A machine that is itself a virtual one may refuse the register of that feature.
const helped = ['-accel', 'kvm', '-cpu', 'host,-arch-capabilities', '-smp', '2'];
/**
 * Its clock counts instructions, 1,000 million a second on one processor, as of a slow kiosk: else what takes a moment on any
 * machine takes minutes of its time, and everything in it that waits gives up.
 */
const emulated = ['-accel', 'tcg,thread=single', '-icount', 'shift=0', '-cpu', 'max'];

function asStick(firmware) {
  const uefi = firmware === 'uefi' ? ['-bios', '/usr/share/ovmf/OVMF.fd'] : [];
  return ['-device', 'usb-storage,drive=disk,bootindex=0', ...uefi];
}

function withKernel(disk, words) {
  const always = 'root=/dev/vda rw quiet no_timer_check console=tty0 console=ttyS0';
  const kernel = ['-kernel', `${disk}.kernel`, '-initrd', `${disk}.initrd`, '-append', `${always} ${words}`];
  return ['-device', 'virtio-blk-pci,drive=disk', ...kernel];
}

/**
 * /dev/kvm alone says little: on a machine that is itself a virtual one it may belong to a KVM without the processor's help (PVM),
 * which runs kernels made for it and interprets others by the instruction: Debian's was still in its loader after 100 s, by
 * emulation it was up. The processor's flags tell.
 */
function hasProcessorsHelp() {
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK);
    return /^flags\s*:.* (vmx|svm)( |$)/m.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch {
    return false;
  }
}
