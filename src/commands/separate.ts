/** Pictures in the inks of a print shop, by sharp: it brings libvips, and with it Little CMS and a CMYK profile. */

/** libvips' own profile for CMYK: "Chemical proof" of Argyll, in the public domain; as much black as there can be, so that greys stay grey. */
const quality = 88;

/** A photograph as JPEG in CMYK or grey; what it has of transparency stands beside it. */
export async function recolour(
  bytes: Uint8Array,
  space: 'cmyk' | 'grey',
): Promise<{ bytes: Uint8Array; alpha?: Uint8Array }> {
  const { default: sharp } = await import('sharp');
  const { hasAlpha } = await sharp(bytes).metadata();
  const opaque = sharp(bytes).flatten({ background: '#ffffff' });
  const inked = space === 'cmyk' ? opaque.toColourspace('cmyk') : opaque.greyscale().toColourspace('b-w');
  const jpeg = await inked.jpeg({ quality }).toBuffer();
  if (!hasAlpha) return { bytes: jpeg };
  return { bytes: jpeg, alpha: await sharp(bytes).extractChannel('alpha').raw().toBuffer() };
}

/** The inks of a cube of colours: enough to look up any colour between them. */
export async function separation(side: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const level = (step: number) => Math.round((step * 255) / (side - 1));
  const cube = new Uint8Array(side ** 3 * 3);
  for (let index = 0; index < side ** 3; index++) {
    const steps = [Math.floor(index / side ** 2), Math.floor(index / side) % side, index % side];
    cube.set(steps.map(level), index * 3);
  }
  return sharp(cube, { raw: { width: side ** 2, height: side, channels: 3 } })
    .toColourspace('cmyk')
    .raw()
    .toBuffer();
}

/** Side of the small picture on which ink is counted, pixels. */
const sampled = 160;
/** A channel from which a pixel counts as white, and an opacity from which it counts at all. */
const white = 254;
const seen = 8;

export async function inkShares(bytes: Uint8Array): Promise<{ ink: number; white: number }> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .resize({ width: sampled, height: sampled, fit: 'fill' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [ink, blank] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < seen) continue;
    if (Math.min(red, green, blue) >= white) blank += alpha / 255;
    else ink += alpha / 255;
  }
  const pixels = info.width * info.height;
  return { ink: ink / pixels, white: blank / pixels };
}
