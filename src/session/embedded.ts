/** Pictures of pixels that are embedded in a drawing, as data links. */
import { fromBase64 } from '../base64.js';

const links = /data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)/gi;

/** Each link once, with its bytes; without them where it is not base64. */
export function embeddedIn(svg: string): { link: string; bytes?: Uint8Array }[] {
  const found = new Map([...svg.matchAll(links)].map(([link, data = '']) => [link, data]));
  return [...found].map(([link, data]) => {
    try {
      return { link, bytes: fromBase64(data.replace(/\s+/g, '')) };
    } catch {
      return { link };
    }
  });
}
