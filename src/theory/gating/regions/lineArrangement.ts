/**
 * Arrangements of lines, exactly. With n different lines, points P where lines meet and lambda_P lines through each, the plane falls into
 * 1 + n + sum_P (lambda_P - 1) regions, since V = #P, E = n + sum lambda_P and V - E + F = 1. In general position every two lines meet in a point of
 * their own: 1 + n + n(n-1)/2.
 */
import { type AffineForm, isConstant, primitive } from "./affineForm.js";
import { planePoint } from "./planePolygon.js";

export interface LineArrangement {
  /** Different lines; forms that depend on no input are none. */
  readonly lines: number;
  /** Points where lines meet. */
  readonly vertices: number;
  /** Pieces of lines between them. */
  readonly edges: number;
  /** Open regions of the plane. */
  readonly regions: number;
}

/** Equal lines have equal forms, whichever side is positive. */
function canonicalLine(form: AffineForm): AffineForm {
  const line = primitive(form);
  const leading = line.find((entry) => entry !== 0n)!;
  return leading < 0n ? line.map((entry) => -entry) : line;
}

/** Each line once. */
export const distinctLines = (forms: readonly AffineForm[]): readonly AffineForm[] => [
  ...new Map(
    forms.filter((form) => !isConstant(form)).map((form) => [canonicalLine(form).join(), canonicalLine(form)]),
  ).values(),
];

/** The points where two different lines meet, with the number of lines through each, by a key of the point. */
function meetings(lines: readonly AffineForm[]): ReadonlyMap<string, number> {
  const through = new Map<string, Set<number>>();
  for (const [i, [a, b, c]] of lines.entries()) {
    for (let j = 0; j < i; j++) {
      const [d, e, f] = lines[j]!;
      const w = a! * e! - d! * b!;
      if (w === 0n) continue;
      const point = planePoint(b! * f! - e! * c!, c! * d! - f! * a!, w);
      const key = `${point.x},${point.y},${point.w}`;
      const own = through.get(key) ?? new Set();
      through.set(key, own.add(i).add(j));
    }
  }
  return new Map([...through].map(([key, own]) => [key, own.size]));
}

/** The arrangement of the zero lines of the forms in the whole plane. */
export function lineArrangement(forms: readonly AffineForm[]): LineArrangement {
  const lines = distinctLines(forms);
  const multiplicities = [...meetings(lines).values()];
  const incidences = multiplicities.reduce((sum, each) => sum + each, 0);
  const [vertices, edges] = [multiplicities.length, lines.length + incidences];
  return { lines: lines.length, vertices, edges, regions: 1 + edges - vertices };
}
