interface Point {
  /** Distance from the start, and its weight. */
  readonly d: number;
  readonly weight: number;
}

const STEP = 1 / 12;
const RADIAL_STEP = 0.12;

/** tanh-sinh on [0, 1] from the start to the middle; d reaches 1e-290, so that d^(-0.95) keeps 1e-15 of its integral. */
const halfInterval: readonly Point[] = Array.from({ length: 76 }, (_, k) => {
  const t = k * STEP;
  const q = Math.exp(-Math.PI * Math.sinh(t));
  const d = q / (1 + q);
  return { d, weight: STEP * Math.PI * Math.cosh(t) * d * (1 - d) * (k === 0 ? 0.5 : 1) };
}).filter(({ d }) => d > 1e-300);

/** Radii below this carry no mass; with directions of 1e-290 they would underflow. */
const SMALLEST = 1e-17;

/** int_0^infinity e^(-x) f(sqrt(2 x)) dx by x = exp(t - e^(-t)), the double-exponential map for what falls like e^(-x). */
const gaussianRadii: readonly Point[] = Array.from({ length: 90 }, (_, k) => {
  const t = (k - 36) * RADIAL_STEP;
  const x = Math.exp(t - Math.exp(-t));
  return { d: Math.sqrt(2 * x), weight: RADIAL_STEP * x * (1 + Math.exp(-t)) * Math.exp(-x) };
}).filter(({ d, weight }) => d > SMALLEST && weight > 0);

/** cos(quarters pi/2 + offset), where a whole number of quarters is exact. */
function cosine(quarters: number, offset: number): number {
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return Math.cos(offset);
    case 1:
      return -Math.sin(offset);
    case 2:
      return -Math.cos(offset);
    default:
      return Math.sin(offset);
  }
}

/** z1 / R and z2 / R at points of all angles, and the weights of the mean over the angle. */
function directions(theta: number): readonly (readonly [number, number, number])[] {
  // z1 = R cos p, z2 = R cos(p - theta): kinks at p = quarters pi/2 + turns theta
  const kinks = [
    { quarters: -1, turns: 1, width: Math.PI - theta },
    { quarters: 1, turns: 0, width: theta },
    { quarters: 1, turns: 1, width: Math.PI - theta },
    { quarters: 3, turns: 0, width: theta },
    { quarters: 3, turns: 1, width: 0 },
  ];
  const list: (readonly [number, number, number])[] = [];
  const add = (kink: (typeof kinks)[number], offset: number, weight: number) => {
    const at = (turns: number) => cosine(kink.quarters, turns * theta + offset);
    list.push([at(kink.turns), at(kink.turns - 1), weight / (2 * Math.PI)]);
  };
  for (let i = 0; i < 4; i++) {
    const { width } = kinks[i];
    for (const { d, weight } of halfInterval) {
      add(kinks[i], d * width, weight * width);
      add(kinks[i + 1], -d * width, weight * width);
    }
  }
  return list;
}

/** Radii and weights: R of a Gaussian in the plane, or of the plane's part of a point on the sphere of radius sqrt(B-1). */
function radiiOf(batch: number | undefined): readonly Point[] {
  if (batch === undefined) return gaussianRadii;
  const n = batch - 1;
  if (n === 2) return [{ d: Math.sqrt(2), weight: 1 }];
  // density (n-2) rho (1-rho^2)^((n-4)/2) on [0, 1]
  return halfInterval.flatMap(({ d, weight }) => {
    const density = (rho: number, gap: number) => (n - 2) * rho * (gap * (1 + rho)) ** ((n - 4) / 2);
    const scale = Math.sqrt(n);
    const outer = { d: scale * (1 - d), weight: weight * density(1 - d, d) };
    return d < SMALLEST ? [outer] : [{ d: scale * d, weight: weight * density(d, 1 - d) }, outer];
  });
}

/**
 * The mean of f(z1, z2) over two standard normals of correlation c, or over two samples of a batch (correlation -1/(batch-1)), by
 * polar coordinates with the lines z1 = 0 and z2 = 0 as ends: kinks and powers above -1 there are no loss. -1 < c < 1, batch >= 3.
 */
export function planeMean(f: (z1: number, z2: number) => number, c: number, batch?: number): number {
  const angles = directions(Math.acos(c));
  let total = 0;
  for (const { d, weight } of radiiOf(batch)) {
    let ring = 0;
    for (const [x, y, share] of angles) ring += share * f(d * x, d * y);
    total += weight * ring;
  }
  return total;
}
