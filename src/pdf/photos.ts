/** Photographs as image objects (ISO 32000-1, 8.9.5). */
import { joined } from '../joined.js';
import type { InkedPhoto } from '../press/page.js';
import { type PdfObjects, type Ref, refer, type Value } from './objects.js';

const spaces = { cmyk: '/DeviceCMYK', grey: '/DeviceGray' };

/** Writes a JPEG or PNG, and beside it the opacity of its pixels where it has any. */
export function embedPhoto({ bytes, width, height, space, alpha }: InkedPhoto, objects: PdfObjects): Ref {
  const common = { Type: '/XObject', Subtype: '/Image', Width: width, Height: height, BitsPerComponent: 8 };
  const mask = alpha && objects.stream({ ...common, ColorSpace: '/DeviceGray' }, alpha);
  const dictionary: Record<string, Value> = {
    ...common,
    ColorSpace: space ? spaces[space] : '/DeviceRGB',
    ...(mask !== undefined && { SMask: refer(mask) }),
  };
  const png = pixelsOfPng(bytes);
  if (png) {
    // A PNG says of each line how it differs from the one above it (predictor 15); PDF readers know that.
    const parameters = { Predictor: 15, Colors: space === 'grey' ? 1 : 3, Columns: width };
    return objects.raw({ ...dictionary, Filter: '/FlateDecode', DecodeParms: parameters }, png);
  }
  return objects.raw(
    {
      ...dictionary,
      Filter: '/DCTDecode',
      // JPEGs in CMYK are written inverted, as Photoshop does.
      ...(space === 'cmyk' && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
    },
    bytes,
  );
}

/** The packed pixels of a PNG that has eight bits a channel, no palette and no transparency; undefined when it is no PNG. */
function pixelsOfPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 8 || view.getUint32(0) !== 0x89504e47) return undefined;
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const isData = view.getUint32(at + 4) === 0x49444154;
    if (isData) parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return joined(parts);
}
