/** As many pixels as the server keeps of the longer side. */
const longestSide = 1920;

/**
 * A picture made small enough before it is sent: a telephone's photograph becomes a tenth, and the kiosk's machine
 * needn't decode it. What the browser can't decode, and any video, is sent as it is for the server to judge.
 */
export async function readyToSend(file: File): Promise<Blob> {
  if (!/^image\/(png|jpeg)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = longestSide / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return file;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  } catch {
    return file;
  }
}
