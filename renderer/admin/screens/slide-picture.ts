/** As many pixels of the longer side as the server keeps, or twice that of a small one, which it then makes smaller well. */
const longestSide = { photograph: 1920, sign: 480 };

/**
 * A picture made small enough before it is sent: a telephone's photograph becomes a tenth, and the kiosk's machine
 * needn't decode it. A sign keeps its transparency. What the browser can't decode, and any video, is sent as it is for the server to judge.
 */
export async function readyToSend(file: File, as: 'photograph' | 'sign' = 'photograph'): Promise<Blob> {
  if (!/^image\/(png|jpeg)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = longestSide[as] / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return file;
    if (as === 'photograph') {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob(
      as === 'sign' ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.95 },
    );
  } catch {
    return file;
  }
}
