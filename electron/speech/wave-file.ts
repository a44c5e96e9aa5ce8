const headBytes = 44;

/**
 * Gives a WAV file (RIFF, PCM) that a synthesiser wrote into a pipe its true lengths: it could not go back to write them. Returns
 * null for what is no such file, or has no sound in it.
 */
export function wholeWave(piped: Buffer): Buffer | null {
  if (piped.toString('latin1', 0, 4) !== 'RIFF' || piped.toString('latin1', 8, 12) !== 'WAVE') return null;
  const data = piped.indexOf('data', 12, 'latin1');
  if (data < 0 || piped.length <= data + 8) return null;
  const wave = Buffer.from(piped);
  wave.writeUInt32LE(wave.length - 8, 4);
  wave.writeUInt32LE(wave.length - data - 8, data + 4);
  return wave;
}

/** Whether a file is whole: its header tells its own length. */
export function isWholeWave(wave: Buffer): boolean {
  return (
    wave.length > headBytes &&
    wave.toString('latin1', 0, 4) === 'RIFF' &&
    wave.readUInt32LE(4) === wave.length - 8
  );
}
