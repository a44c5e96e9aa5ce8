import { PNG } from 'pngjs';

/** A PNG of bars in colours. */
export function barsPng(width: number, height: number): Buffer {
  const image = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    const bar = Math.floor(((at % width) * 4) / width);
    image.data.set([bar === 0 ? 255 : 10, bar === 1 ? 200 : 92, bar === 2 ? 220 : 80, 255], at * 4);
  }
  return PNG.sync.write(image);
}

/** The same with a header that claims so many pixels. */
export function bombPng(side: number): Buffer {
  const bytes = Buffer.from(barsPng(8, 8));
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  return bytes;
}

/** The smallest whole MP4 by its boxes: enough to be kept, with nothing to play in it. */
export function smallMp4(): Buffer {
  const box = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + content.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('moov', Buffer.alloc(100)),
    box('mdat', Buffer.alloc(20_000, 7)),
  ]);
}

/** The smallest whole WebM by its elements. */
export function smallWebm(): Buffer {
  const docType = Buffer.concat([Buffer.from([0x42, 0x82, 0x84]), Buffer.from('webm')]);
  const header = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | docType.length]), docType]);
  const content = Buffer.alloc(2000, 3);
  const segment = Buffer.from([0x18, 0x53, 0x80, 0x67, 0x40 | (content.length >> 8), content.length & 0xff]);
  return Buffer.concat([header, segment, content]);
}

/** A tone of so many seconds as WAV of 16 bits. */
export function toneWav(seconds: number): Buffer {
  const rate = 8_000;
  const samples = Math.round(rate * seconds);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    wav.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + at * 2);
  }
  return wav;
}

/** A WebM (VP8) that plays: eight seconds of one colour, as ffmpeg made it. */
export function playableWebm(): Buffer {
  return Buffer.from(playable.join(''), 'base64');
}

const playable = [
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQJChYECGFOAZwEAAAAAAAL1EU2bdLpNu4tTq4QVSalmU6yBoU27i1OrhBZU',
  'rmtTrIHGTbuMU6uEElTDZ1OsggEMTbuMU6uEHFO7a1OsggLf7AEAAAAAAABZAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBNgIRM',
  'YXZmV0GETGF2ZkSJiEC/QAAAAAAAFlSua8GuAQAAAAAAADjXgQFzxYgAAAAAAAAAAZyBACK1nIN1bmSIgQCGhVZfVlA4g4EBI+OD',
  'hDuaygDgibCBILqBEpqBAhJUw2fRc3POY8CLY8WIAAAAAAAAAAFnyJhFo4dFTkNPREVSRIeLTGF2YyBsaWJ2cHhnyKJFo4hEVVJB',
  'VElPTkSHlDAwOjAwOjA4LjAwMDAwMDAwMAAAH0O2dUEX54EAo7KBAACAcAIAnQEqIAASAAJHCIWFiJmEiAyCAnTyxmH+AAD+86T1',
  'aTSLz/8Wh/bz/g1tKKOqgQPoANEBAAkQLAAYAB5X9AwANQcA/vpXdwJK1Zun/0Yf/+GH//hh/eEAo6yBB9AAEQIACRAgABgHYBA/',
  '8uaZgHGsAP78jYfi2KQ3M/+zu/+nd/9O7+98AKOqgQu4ANEBAAkQGAAYAB5X9AwANQcA/v0hRepGGLsf/7dn/67P/12f9XAAo6uB',
  'D6AA0QEACRAQABgAHlf0DAA1BwD+/jYl+1MEkZS//7/Vf9/Vf9/Vf7Qgo6uBE4gA0QEACRAQABgAHlf0DAA1BwD+/jYl+1MEkZS/',
  '/7/Vf9/Vf9/Vf7QgH0O2ddvnghdwo6uBAAAA0QEACRAQABgAHlf0DAA1BwD+/jYl+1MEkZS//7/Vf9/Vf9/Vf7Qgo6iBA+gA0QEA',
  'CRBEFGAAeV/QMADUHAD+9r4BShmrGZWf/lK/dl6SdHgAHFO7a5G7j7OBALeK94EB8YIBYvCBAw==',
];
