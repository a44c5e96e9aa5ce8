// A screen's cable at QEMU's graphics card: by VNC the card is told the size of a screen that is there, or that none is.
import { setTimeout as wait } from 'node:timers/promises';
import { connected } from './json-socket.mjs';

/** Opens the VNC server at the socket `path`; returns what plugs a screen of that size in, or pulls it out by no size. */
export async function openScreenCable(path) {
  const socket = await connected(path);
  const read = (bytes) => {
    const part = socket.read(bytes);
    return part ?? new Promise((resolve) => socket.once('readable', resolve)).then(() => read(bytes));
  };
  // RFB 3.8: versions, no password, a shared session; then what the screen is.
  await read(12);
  socket.write('RFB 003.008\n');
  const [kinds] = await read(1);
  await read(kinds);
  socket.write(Buffer.of(1));
  await read(4);
  socket.write(Buffer.of(1));
  await read(24);
  socket.resume();
  return async (width = 0, height = 0) => {
    const message = Buffer.alloc(8 + 16);
    message[0] = 251;
    message.writeUInt16BE(width, 2);
    message.writeUInt16BE(height, 4);
    message[6] = 1;
    message.writeUInt16BE(width, 16);
    message.writeUInt16BE(height, 18);
    socket.write(message);
    // QEMU reads it in its own time, and answers nothing.
    await wait(200);
  };
}
