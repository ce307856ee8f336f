/** Makes a quadrilateral of a photo the rectangle that it was on paper. */
import type { Pixels } from './pixels.js';
import { distance, type Point, type Quad } from './quad.js';

/** The paper seen from straight above; @param longest the most pixels that a side may have */
export function flattened(photo: Pixels, quad: Quad, longest: number): Pixels {
  const size = sizeOf(quad, photo, longest);
  const toPhoto = homography(quad, size);
  const { width, height } = size;
  const data = new Uint8Array(width * height * 3);
  const [most, lowest] = [photo.width - 2, photo.height - 2];
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column + 0.5, row + 0.5];
      const depth = toPhoto[6] * x + toPhoto[7] * y + 1;
      const u = (toPhoto[0] * x + toPhoto[1] * y + toPhoto[2]) / depth - 0.5;
      const v = (toPhoto[3] * x + toPhoto[4] * y + toPhoto[5]) / depth - 0.5;
      const left = u < 0 ? 0 : u > most ? most : Math.floor(u);
      const top = v < 0 ? 0 : v > lowest ? lowest : Math.floor(v);
      const right = Math.max(0, Math.min(1, u - left));
      const down = Math.max(0, Math.min(1, v - top));
      const at = (top * photo.width + left) * 3;
      const under = at + photo.width * 3;
      for (let channel = 0; channel < 3; channel++, to++) {
        const upper = mix(photo.data[at + channel], photo.data[at + 3 + channel], right);
        const lower = mix(photo.data[under + channel], photo.data[under + 3 + channel], right);
        data[to] = upper * (1 - down) + lower * down + 0.5;
      }
    }
  }
  return { width, height, data };
}

const mix = (one = 0, other = 0, share: number): number => one * (1 - share) + other * share;

type Homography = readonly [number, number, number, number, number, number, number, number];

/** From the rectangle to the quadrilateral (Heckbert, “Fundamentals of texture mapping and image warping”, 1989, section 2.2.3). */
function homography([a, b, c, d]: Quad, { width, height }: { width: number; height: number }): Homography {
  const [one, two, sum] = [minus(b, c), minus(d, c), { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y }];
  const whole = one.x * two.y - two.x * one.y;
  const g = (sum.x * two.y - two.x * sum.y) / whole;
  const h = (one.x * sum.y - sum.x * one.y) / whole;
  return [
    (b.x - a.x + g * b.x) / width,
    (d.x - a.x + h * d.x) / height,
    a.x,
    (b.y - a.y + g * b.y) / width,
    (d.y - a.y + h * d.y) / height,
    a.y,
    g / width,
    h / height,
  ];
}

const minus = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });

function sizeOf(quad: Quad, photo: Pixels, longest: number): { width: number; height: number } {
  const [a, b, c, d] = quad;
  const across = (distance(a, b) + distance(d, c)) / 2;
  const down = (distance(a, d) + distance(b, c)) / 2;
  const ratio = ratioOf(quad, photo, across / down);
  const width = Math.sqrt(across * down * ratio);
  const scale = Math.min(1, longest / Math.max(width, width / ratio));
  return { width: Math.round(width * scale), height: Math.round((width / ratio) * scale) };
}

/**
 * Width by height of the paper, from how it is foreshortened, taking the lens to stand over the middle of the photo (Zhang and He,
 * “Whiteboard scanning and image enhancement”, 2003). Where that is doubtful (hardly any perspective, a photo that was cropped):
 * the ratio that the sides have as they are seen.
 */
function ratioOf([a, b, c, d]: Quad, { width, height }: Pixels, seen: number): number {
  const [m1, m2, m3, m4] = [a, b, d, c].map(({ x, y }) => [x - width / 2, y - height / 2, 1] as const) as [
    Vector,
    Vector,
    Vector,
    Vector,
  ];
  const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3);
  const k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2);
  const n2 = m2.map((value, index) => k2 * value - (m1[index] ?? 0)) as unknown as Vector;
  const n3 = m3.map((value, index) => k3 * value - (m1[index] ?? 0)) as unknown as Vector;
  const focal = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
  const diagonal = Math.hypot(width, height);
  if (!(focal > (0.4 * diagonal) ** 2 && focal < (4 * diagonal) ** 2)) return seen;
  const square = (n: Vector) => (n[0] ** 2 + n[1] ** 2) / focal + n[2] ** 2;
  const ratio = Math.sqrt(square(n2) / square(n3));
  return ratio / seen > 0.75 && ratio / seen < 1.35 ? ratio : seen;
}

type Vector = readonly [number, number, number];
const dot = (one: Vector, other: Vector): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const cross = (one: Vector, other: Vector): Vector => [
  one[1] * other[2] - one[2] * other[1],
  one[2] * other[0] - one[0] * other[2],
  one[0] * other[1] - one[1] * other[0],
];
