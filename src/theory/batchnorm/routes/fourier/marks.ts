/** Where the arcs of the line and plane integrals begin, end, and are cut. */
import type { Activation } from "../../../../symbolic/activation/activation.js";
import type { Mark } from "./arc.js";

export interface Setting {
  readonly psi: Activation;
  readonly n: number;
  /** |z| beyond which nothing counts. */
  readonly reach: number;
}

export interface Cut {
  readonly at: number;
  readonly regular: boolean;
}

export const cutsOf = ({ psi, reach }: Setting): Cut[] =>
  psi.facts.breakpoints
    .filter(({ at }) => Math.abs(at) < reach)
    .map(({ at, oneSidedAnalytic }) => ({ at, regular: oneSidedAnalytic }));

/**
 * Tanh-sinh is for the neighbourhood of an irregular cut; on the long way to the tail Gauss-Legendre needs fewer nodes, so
 * the piece is cut once more at this distance.
 */
const NEIGHBOURHOOD = 1.5;

function separators(cuts: readonly Cut[], limit: number): number[] {
  const irregular = cuts.filter(({ regular }) => !regular);
  return irregular.flatMap(({ at }) =>
    [-1, 1].flatMap((side) => {
      const z = at + side * NEIGHBOURHOOD;
      // A piece that soon ends at another cut is short enough.
      const crowded = cuts.some((cut) => side * (cut.at - at) > 0 && side * (cut.at - at) < 2 * NEIGHBOURHOOD + 0.5);
      return crowded || Math.abs(z) > limit - 0.5 ? [] : [z];
    }),
  );
}

/** Where the first sample's arc is cut; `rim` adds the places where a kink of the second one meets the rim. */
export function outerMarks(setting: Setting, cuts: readonly Cut[], rim: boolean): Mark[] {
  const root = Math.sqrt(setting.n);
  const edge = Math.min(1, setting.reach / root);
  const end = Math.asin(edge);
  const marks: Mark[] = [];
  for (const { at, regular } of cuts) {
    if (Math.abs(at) >= edge * root) continue;
    marks.push({ angle: Math.asin(at / root), z: at, regular });
    if (!rim || edge < 1) continue;
    const between = Math.PI / 2 + Math.asin(1 / setting.n); // the angle between the two samples
    for (const from of [Math.acos(at / root), -Math.acos(at / root)]) {
      const angle = Math.asin(Math.cos(from + between));
      if (Math.abs(angle) < end) marks.push({ angle, z: root * Math.sin(angle), regular });
    }
  }
  for (const z of separators(cuts, edge * root)) marks.push({ angle: Math.asin(z / root), z, regular: true });
  marks.sort((a, b) => a.angle - b.angle);
  const outside: Mark = { angle: end, z: edge * root, regular: true };
  return [{ ...outside, angle: -end, z: -outside.z }, ...marks, outside];
}

/** The marks of omega for a given alpha. */
export function innerMarks(cuts: readonly Cut[], centre: number, scale: number, edge: number): Mark[] {
  const end = Math.asin(edge);
  const marks: Mark[] = [{ angle: -end, z: centre - edge * scale, regular: true }];
  for (const { at, regular } of cuts) {
    const sine = (at - centre) / scale;
    if (Math.abs(sine) < edge) marks.push({ angle: Math.asin(sine), z: at, regular });
  }
  for (const z of separators(cuts, Number.POSITIVE_INFINITY)) {
    const sine = (z - centre) / scale;
    if (Math.abs(sine) < edge) marks.push({ angle: Math.asin(sine), z, regular: true });
  }
  marks.sort((a, b) => a.angle - b.angle);
  marks.push({ angle: end, z: centre + edge * scale, regular: true });
  return marks;
}

/** A bound on the pieces of the plane, those with tanh-sinh counted four times. */
export function planePieces(setting: Setting): number {
  const cuts = cutsOf(setting);
  const inner = innerMarks(cuts, 0, setting.reach, 1).length - 1;
  const outer = outerMarks(setting, cuts, true).length - 1;
  return inner * outer * (cuts.every(({ regular }) => regular) ? 1 : 4);
}
