import { useEffect, useState } from 'react';

export type Orientation = 'portrait' | 'landscape';

export interface Canvas {
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
  /** Screen px for each px of the design. */
  readonly scale: number;
}

function canvasOf(screenWidth: number, screenHeight: number): Canvas {
  const orientation = screenHeight > screenWidth ? 'portrait' : 'landscape';
  const width = orientation === 'portrait' ? 1080 : 1920;
  const height = orientation === 'portrait' ? 1920 : 1080;
  return { orientation, width, height, scale: Math.min(screenWidth / width, screenHeight / height) };
}

/**
 * The screen that the look is drawn for, 1080×1920 or 1920×1080, and how large it stands on this one: every
 * kiosk shows the same picture, whatever its resolution.
 */
export function useCanvas(): Canvas {
  const [canvas, setCanvas] = useState(() => canvasOf(window.innerWidth, window.innerHeight));
  useEffect(() => {
    const measure = () => setCanvas(canvasOf(window.innerWidth, window.innerHeight));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return canvas;
}
