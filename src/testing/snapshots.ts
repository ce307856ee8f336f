/** Photos of drawings as a phone takes them, made up: perspective, shade, vignette, noise, JPEG. The same every time. */
import sharp from 'sharp';

/** Where the paper lies before the camera, and in which light. */
export interface Scene {
  /** Of the drawing: SVG, whose size gives that of the paper. */
  svg: string;
  /** Pixels of the photo. */
  width: number;
  height: number;
  /** Degrees that the paper is turned about its own three axes, and how much of the photo it fills. */
  tilt: readonly [pitch: number, yaw: number, roll: number];
  fills: number;
  paper: readonly [number, number, number];
  desk: readonly [number, number, number];
  /** How much darker it is at the far end than at the near, and in the corners of the photo than in the middle; 0 to 1. */
  shade: number;
  vignette: number;
  /** The standard deviation of noise, in levels of 255. */
  noise: number;
}

/** A camera's photo of a scene as JPEG, and the drawing as it is seen from straight above: black lines on white. */
export async function photoOf(scene: Scene): Promise<Uint8Array> {
  const { width, height, paper, desk } = scene;
  const drawing = await raster(scene.svg);
  const toPaper = camera(scene, drawing.width, drawing.height);
  const noise = noiseOf(width * 31 + height);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = toPaper(column + 0.5, row + 0.5);
      const on = x >= 0 && y >= 0 && x < drawing.width && y < drawing.height;
      const ink = on ? (Math.floor(y) * drawing.width + Math.floor(x)) * 3 : 0;
      const [across, down] = [(2 * column) / width - 1, (2 * row) / height - 1];
      const corner = 1 - (scene.vignette * (across ** 2 + down ** 2)) / 2;
      const light = corner * (1 - scene.shade * (0.5 + 0.3 * across + 0.2 * down));
      const grain = on ? 1 : 0.92 + 0.08 * Math.sin(row / 23 + 3 * Math.sin(column / 700));
      for (let channel = 0; channel < 3; channel++, at++) {
        const under = on
          ? ((paper[channel] as number) * (drawing.data[ink + channel] as number)) / 255
          : (desk[channel] as number) * grain;
        data[at] = Math.max(0, Math.min(255, under * light + noise() * scene.noise + 0.5));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .blur(0.8)
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A drawing on white, three bytes for each pixel. */
export async function raster(
  drawing: string | Uint8Array,
  size?: { width: number; height: number },
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const drawn = sharp(typeof drawing === 'string' ? new TextEncoder().encode(drawing) : drawing)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const { data, info } = await (size ? drawn.resize({ ...size, fit: 'fill' }) : drawn)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** From pixels of the photo to those of the paper: a pinhole camera with the field of view of a phone. */
function camera({ width, height, tilt, fills }: Scene, across: number, down: number) {
  const [pitch, yaw, roll] = tilt.map(angle => (angle * Math.PI) / 180) as [number, number, number];
  const [[cp, sp], [cy, sy], [cr, sr]] = [pitch, yaw, roll].map(angle => [
    Math.cos(angle),
    Math.sin(angle),
  ]) as [[number, number], [number, number], [number, number]];
  // Where one pixel to the right and one down on the paper lead in the room.
  const right = [cy * cr, sp * sy * cr + cp * sr, -cp * sy * cr + sp * sr] as const;
  const below = [-cy * sr, -sp * sy * sr + cp * cr, cp * sy * sr + sp * cr] as const;
  const focal = 0.85 * Math.max(width, height);
  const away = (focal * Math.max(across / width, down / height)) / fills;
  const [a, b, c] = [0, 1, 2].map(axis => [
    right[axis] as number,
    below[axis] as number,
    (axis === 2 ? away : 0) - ((right[axis] as number) * across + (below[axis] as number) * down) / 2,
  ]) as unknown as [Row, Row, Row];
  // u = focal · (a·p) / (c·p), v = focal · (b·p) / (c·p) for p = (x, y, 1): p is across both (a - u·c) and (b - v·c).
  const [still, withU, withV] = [cross(a, b), cross(b, c), cross(c, a)];
  return (column: number, row: number): [number, number] => {
    const u = (column - width / 2) / focal;
    const v = (row - height / 2) / focal;
    const whole = still[2] + u * withU[2] + v * withV[2];
    return [
      (still[0] + u * withU[0] + v * withV[0]) / whole,
      (still[1] + u * withU[1] + v * withV[1]) / whole,
    ];
  };
}

type Row = readonly [number, number, number];

/** The cross product. */
const cross = (one: Row, two: Row): Row => [
  one[1] * two[2] - one[2] * two[1],
  one[2] * two[0] - one[0] * two[2],
  one[0] * two[1] - one[1] * two[0],
];

/** Numbers about 0 with the deviation 1, the same for the same seed (mulberry32; sum of four even ones). */
export function noiseOf(seed: number): () => number {
  let state = seed;
  const even = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // Drawn from a box of many: a photo wants tens of millions.
  const box = Float64Array.from(
    { length: 1 << 16 },
    () => (even() + even() + even() + even() - 2) * Math.sqrt(3),
  );
  let at = 0;
  return () => {
    at = (Math.imul(at, 1664525) + 1013904223) | 0;
    return box[at >>> 16] as number;
  };
}
