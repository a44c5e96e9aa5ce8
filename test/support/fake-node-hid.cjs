// Takes node-hid's place in an Electron that a test drives: devices are plugged in by `globalThis.hid`, and
// `fs.watch('/dev')` tells of them as the kernel's device files do.
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const Module = require('node:module');

const plugged = new Map();
const dev = new EventEmitter();
let made = 0;

class Line extends EventEmitter {
  static async open(path) {
    const entry = plugged.get(path);
    if (!entry) throw new Error('could not open HID device');
    const line = new Line();
    line.entry = entry;
    entry.lines.add(line);
    return line;
  }
  async close() {
    this.entry.lines.delete(this);
  }
}

const fake = {
  devicesAsync: async () => [...plugged.values()].flatMap(({ collections }) => collections),
  HIDAsync: Line,
};

const load = Module._load;
Module._load = (request, ...rest) => (request === 'node-hid' ? fake : load(request, ...rest));

const { watch } = fs;
fs.watch = (path, ...rest) => {
  if (path !== '/dev') return watch(path, ...rest);
  dev.on('change', rest.at(-1));
  return Object.assign(new EventEmitter(), { close: () => dev.removeAllListeners('change') });
};

globalThis.hid = {
  /** A device's collections as node-hid lists them, but for their path; returns the path. */
  plug(...collections) {
    made += 1;
    const path = `/dev/hidraw${made}`;
    plugged.set(path, { collections: collections.map((each) => ({ ...each, path })), lines: new Set() });
    dev.emit('change', 'rename', `hidraw${made}`);
    return path;
  },
  report(path, bytes) {
    for (const line of plugged.get(path)?.lines ?? []) line.emit('data', Buffer.from(bytes));
  },
  unplug(path) {
    const lines = [...(plugged.get(path)?.lines ?? [])];
    plugged.delete(path);
    for (const line of lines) line.emit('error', new Error('could not read from HID device'));
    dev.emit('change', 'rename', path.slice('/dev/'.length));
  },
};
