/**
 * How light the paper itself is at each place: what a picture is divided by, so that shade, vignette and the colour of the light go.
 * As in Leptonica’s background normalisation (Bloomberg), the paper is estimated on a coarse map of tiles, and ink is bridged. Here a
 * smooth surface takes the light of the room, and a morphological closing of what remains takes shadows.
 */
import { extremes, type Pixels, type Plane, planeOf, shrunk } from './pixels.js';

/** Side of a tile, pixels. */
export const tile = 16;
/** The share of a tile’s pixels that are darker than what counts as its paper. */
const lightest = 0.8;
/** Ink is bridged over this share of the longest side, each way; the paper is never taken to be darker than this share of the surface: that is ink. */
const bridge = 0.05;
const darkestPaper = 0.78;

/** The paper of one channel (0 red, 1 green, 2 blue), a value for each tile. */
export function paperOf(picture: Pixels, channel: number): Plane {
  const tiles = tilesOf(picture, channel);
  const surface = surfaceOf(tiles);
  const rest = planeOf(tiles.width, tiles.height);
  for (let at = 0; at < rest.data.length; at++)
    rest.data[at] = (tiles.data[at] as number) / (surface.data[at] as number);
  const radius = Math.ceil(bridge * Math.max(tiles.width, tiles.height));
  const closed = extremes(extremes(rest, radius, 'most'), radius, 'least');
  for (let at = 0; at < rest.data.length; at++)
    surface.data[at] = (surface.data[at] as number) * Math.max(darkestPaper, closed.data[at] as number);
  return surface;
}

function tilesOf({ width, height, data }: Pixels, channel: number): Plane {
  const tiles = planeOf(Math.ceil(width / tile), Math.ceil(height / tile));
  const counts = new Uint32Array(256);
  for (let row = 0; row < tiles.height; row++) {
    for (let column = 0; column < tiles.width; column++) {
      counts.fill(0);
      const [right, bottom] = [Math.min(width, (column + 1) * tile), Math.min(height, (row + 1) * tile)];
      for (let y = row * tile; y < bottom; y++) {
        for (let x = column * tile; x < right; x++) {
          const value = data[(y * width + x) * 3 + channel] as number;
          counts[value] = (counts[value] as number) + 1;
        }
      }
      let left = (right - column * tile) * (bottom - row * tile) * (1 - lightest);
      let value = 255;
      for (; value > 1; value--) {
        left -= counts[value] as number;
        if (left <= 0) break;
      }
      tiles.data[row * tiles.width + column] = value;
    }
  }
  return tiles;
}

/** A surface of the fourth degree through the logarithms of the lighter tiles: least squares, with less and less weight for what lies under it. */
function surfaceOf(tiles: Plane): Plane {
  const coarse = Math.min(tiles.width, tiles.height) > 48 ? shrunk(tiles, 2) : tiles;
  const { width, height, data } = coarse;
  const logs = data.map(value => Math.log(Math.max(1, value)));
  const basis = Array.from(data, (_, at) => termsAt(at % width, Math.floor(at / width), width, height));
  let weights: Float32Array = new Float32Array(data.length).fill(1);
  let powers: Float64Array = new Float64Array(terms(0, 0).length);
  for (let round = 0; round < 7; round++) {
    powers = leastSquares(logs, weights, basis);
    const off = logs.map((value, at) => value - surfaceAt(powers, basis[at] as Float64Array));
    const sorted = Float32Array.from(off, Math.abs).sort();
    const usual = Math.max(0.01, (sorted[Math.floor(sorted.length / 2)] ?? 0) * 1.5);
    weights = off.map(value => (value > -usual ? 1 : (usual / value) ** 2 / 4));
  }
  const surface = planeOf(tiles.width, tiles.height);
  for (let at = 0; at < surface.data.length; at++) {
    const own = termsAt(at % tiles.width, Math.floor(at / tiles.width), tiles.width, tiles.height);
    surface.data[at] = Math.exp(surfaceAt(powers, own));
  }
  return surface;
}

/** `x^i · y^j` for all i + j up to 4. */
function terms(x: number, y: number): Float64Array {
  const all = new Float64Array(15);
  let at = 0;
  for (let degree = 0; degree <= 4; degree++)
    for (let down = 0; down <= degree; down++) all[at++] = x ** (degree - down) * y ** down;
  return all;
}

const termsAt = (column: number, row: number, width: number, height: number): Float64Array =>
  terms((2 * (column + 0.5)) / width - 1, (2 * (row + 0.5)) / height - 1);

const surfaceAt = (powers: Float64Array, own: Float64Array): number =>
  own.reduce((sum, term, index) => sum + term * (powers[index] as number), 0);

/** Solves the normal equations by Gaussian elimination; a trace of a ridge keeps them solvable. */
function leastSquares(
  values: Float32Array,
  weights: Float32Array,
  basis: readonly Float64Array[],
): Float64Array {
  const count = terms(0, 0).length;
  const rows = Array.from({ length: count }, () => new Float64Array(count + 1));
  for (let at = 0; at < values.length; at++) {
    const own = basis[at] as Float64Array;
    const weight = weights[at] as number;
    for (let one = 0; one < count; one++) {
      const row = rows[one] as Float64Array;
      const share = weight * (own[one] as number);
      for (let other = 0; other < count; other++)
        row[other] = (row[other] as number) + share * (own[other] as number);
      row[count] = (row[count] as number) + share * (values[at] as number);
    }
  }
  for (let one = 0; one < count; one++) {
    const row = rows[one] as Float64Array;
    row[one] = (row[one] as number) + 1e-6;
  }
  for (let one = 0; one < count; one++) {
    const row = rows[one] as Float64Array;
    for (let other = 0; other < count; other++) {
      if (other === one) continue;
      const target = rows[other] as Float64Array;
      const share = (target[one] as number) / (row[one] as number);
      for (let at = one; at <= count; at++) target[at] = (target[at] as number) - share * (row[at] as number);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[count] as number) / (row[at] as number));
}
