/** Quadrilaterals: the outline of a sheet of paper as a camera sees it. */

export interface Point {
  x: number;
  y: number;
}

/** Corners in pixels, from the top left clockwise. */
export type Quad = readonly [topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point];

export const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** Twice the signed area of a triangle: above 0 when it is run through clockwise, as seen. */
export const turn = (one: Point, two: Point, three: Point): number =>
  (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x);

export const areaOf = (corners: readonly Point[]): number =>
  Math.abs(
    corners.reduce((sum, { x, y }, index) => {
      const next = corners[(index + 1) % corners.length] as Point;
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;

export const sidesOf = ([a, b, c, d]: Quad): readonly (readonly [Point, Point])[] => [
  [a, b],
  [b, c],
  [c, d],
  [d, a],
];

/** The convex hull of points, clockwise as seen (Andrew’s monotone chain, 1979). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  const chain = (along: readonly Point[]) => {
    const kept: Point[] = [];
    for (const point of along) {
      while (kept.length > 1 && turn(kept.at(-2) as Point, kept.at(-1) as Point, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/**
 * The smallest quadrilateral around a convex hull with its sides along four sides of the hull; the corner nearest to the top left of
 * the picture is the first. A corner may lie outside the hull: the picture may end before the paper does.
 * @param counts whether a side of the hull may be one of the quadrilateral
 */
export function quadAround(
  hull: readonly Point[],
  counts: (from: Point, to: Point) => boolean,
): Quad | undefined {
  const points = thinned(hull, mostSides);
  const all = points.map((point, at) => [point, points[(at + 1) % points.length] as Point] as const);
  const usable = all.filter(([from, to]) => counts(from, to));
  const sides = usable.length >= 4 ? usable : all;
  let best: { area: number; corners: Point[] } | undefined;
  for (const four of fours(sides)) {
    const corners = four.map((side, at) => meeting(four.at(at - 1) as Side, side));
    if (corners.some(corner => corner === undefined)) continue;
    const found = corners as Point[];
    const area = areaOf(found);
    if (best && area >= best.area) continue;
    const turns = found.map((corner, at) =>
      turn(found.at(at - 1) as Point, corner, found[(at + 1) % 4] as Point),
    );
    const around = four.every(([from, to]) =>
      hull.every(point => turn(from, to, point) > -slack * distance(from, to)),
    );
    if (around && turns.every(one => one > 0)) best = { area, corners: found };
  }
  if (!best) return undefined;
  const { corners } = best;
  const sums = corners.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [0, 1, 2, 3].map(index => corners[(first + index) % 4]) as unknown as Quad;
}

type Side = readonly [from: Point, to: Point];
/** Sides of a hull that are told apart, and pixels by which a hull may bulge over a side. */
const [mostSides, slack] = [12, 2.5];

function* fours(sides: readonly Side[]): Generator<Side[]> {
  const count = sides.length;
  for (let one = 0; one < count; one++)
    for (let two = one + 1; two < count; two++)
      for (let three = two + 1; three < count; three++)
        for (let four = three + 1; four < count; four++)
          yield [one, two, three, four].map(index => sides[index] as Side);
}

/** Where two sides meet when they are made longer; undefined when that is nowhere near. */
function meeting([a, b]: Side, [c, d]: Side): Point | undefined {
  const [one, other] = [
    { x: b.x - a.x, y: b.y - a.y },
    { x: d.x - c.x, y: d.y - c.y },
  ];
  const whole = one.x * other.y - one.y * other.x;
  if (Math.abs(whole) < 0.2 * Math.hypot(one.x, one.y) * Math.hypot(other.x, other.y)) return undefined;
  const share = ((c.x - a.x) * other.y - (c.y - a.y) * other.x) / whole;
  return { x: a.x + one.x * share, y: a.y + one.y * share };
}

/** The corners of a hull that take most of its area when they go; what a corner takes is what its two neighbours would cut off. */
function thinned(hull: readonly Point[], most: number): Point[] {
  const points = [...hull];
  while (points.length > most) {
    const costs = points.map((point, at) =>
      Math.abs(turn(points.at(at - 1) as Point, point, points[(at + 1) % points.length] as Point)),
    );
    points.splice(costs.indexOf(Math.min(...costs)), 1);
  }
  return points;
}
