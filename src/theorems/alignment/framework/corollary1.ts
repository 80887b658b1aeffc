import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { forwardPass } from "../../../theory/alignment/network/forwardPass.js";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { type CoefficientPiece, coefficientPieces } from "../../../theory/alignment/regions/coefficientPieces.js";
import { gateKey } from "../../../theory/alignment/regions/gateKey.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, size } from "../ways/parameters.js";
import { gaussians, type NetworkSizes, randomPair, streamOf } from "../ways/randomObjects.js";
import { identical } from "./settings.js";

type Sizes = NetworkSizes & { readonly l: number };

/** Doubles inside shorter pieces may round to the other side of a breakpoint. */
const SHORTEST = 1e-9;

/** Steps of the segment along which gates are read. */
const STEPS = 300;

/** A segment with a breakpoint; points without one are skipped. */
function setting(sizes: Sizes) {
  const { teacher, student } = randomPair(sizes);
  const stream = streamOf(sizes.seed, 3);
  const [from, to] = [gaussians(stream, sizes.d), gaussians(stream, sizes.d)].map((x) => x.map((entry) => 6 * entry));
  const layer = Math.min(sizes.l, sizes.L - 2);
  const pieces = coefficientPieces(teacher, student, layer, from!, to!);
  if (pieces.length < 2) {
    throw domainError("seed", sizes.seed, "networks with a breakpoint on the segment", "Take another seed.");
  }
  const at = (t: number) => from!.map((entry, i) => entry + t * (to![i]! - entry));
  return { teacher, student, layer, pieces, at };
}

/** A_l and B_l at this part of every piece. */
function coefficientsAt(sizes: Sizes, part: number): number[] {
  const { teacher, student, layer, pieces, at } = setting(sizes);
  return pieces
    .filter(({ from, to }) => to - from > SHORTEST)
    .flatMap(({ from, to }) => {
      const { A, B } = mixtureCoefficients(teacher, student, at(from + part * (to - from))).layers[layer - 1]!;
      return [...A.flat(), ...B.flat()];
    });
}

const breakpointsOf = (pieces: readonly CoefficientPiece[]) => pieces.slice(1).map(({ from }) => from);

/** The smallest pre-activation above layer l at each breakpoint: a gate switches there. */
function smallestAbove(sizes: Sizes): number[] {
  const { teacher, student, layer, pieces, at } = setting(sizes);
  return breakpointsOf(pieces).map((t) => {
    const above = [student, teacher].flatMap((network) => forwardPass(network, at(t)).preactivations.slice(layer, -1));
    return Math.min(...above.flat().map(Math.abs));
  });
}

export const corollary1 = theorem({
  id: "alignment/corollary-1",
  kind: "corollary",
  title:
    "A_l and B_l are constant between exact breakpoints, at each of which a gate of a layer above l switches; gates of layers up to l play no part.",
  notation: {
    C_l: "the pair A_l, B_l at one point",
    "C'_l": "that at another point with the same gates above layer l",
  },
  parameters: {
    ...networkSizes,
    d: { ...networkSizes.d, max: 3 },
    L: { ...networkSizes.L, min: 3, max: 4 },
    m: { ...networkSizes.m, max: 4 },
    n: { ...networkSizes.n, max: 4 },
    l: size(1, 2, "The layer l; above layer L - 1 there is no gate, so L - 2 is the largest here."),
  },
  assumptions: [],
  claim: equation(symbol("C_l"), symbol("C'_l")),
  source: paper("Corollary 1"),
  uses: ["alignment/equation-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "A_l and B_l at a quarter of each piece of a segment",
        evaluate: (sizes) => coefficientsAt(sizes, 0.25),
      },
      right: { name: "at three quarters", evaluate: (sizes) => coefficientsAt(sizes, 0.75) },
      tolerance: identical,
    },
    {
      kind: "routes",
      left: {
        name: "the smallest pre-activation above layer l at each breakpoint",
        evaluate: smallestAbove,
      },
      right: { name: "zero", evaluate: (sizes) => smallestAbove(sizes).map(() => 0) },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "the exact breakpoint is rounded once, pre-activations are of order 10",
      },
    },
    {
      kind: "routes",
      left: {
        name: "changes of the gates above layer l along 300 points of the segment, no piece of which is shorter than a step",
        evaluate: (sizes) => {
          const { teacher, student, layer, pieces, at } = setting(sizes);
          if (pieces.some(({ from, to }) => to - from < 1.001 / STEPS)) {
            throw domainError("seed", sizes.seed, "pieces that are longer than a step", "Take another seed.");
          }
          const keys = Array.from({ length: STEPS + 1 }, (_, i) => gateKey(teacher, student, at(i / STEPS), layer));
          return keys.filter((key, i) => i > 0 && key !== keys[i - 1]).length;
        },
      },
      right: { name: "the number of exact breakpoints", evaluate: (sizes) => setting(sizes).pieces.length - 1 },
      tolerance: identical,
    },
  ],
});
