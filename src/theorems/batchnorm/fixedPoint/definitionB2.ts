import { domainError } from "../../../numeric/domain.js";
import { minus, over, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { helmert } from "../ways/helmert.js";

const LEAST = 1e-3;

function requireSpread(deviation: number): number {
  if (deviation > LEAST) return deviation;
  throw domainError("x", deviation, `a standard deviation above ${LEAST}`, "A constant batch is divided by zero.");
}

export const definitionB2 = theorem({
  id: "batchnorm/definition-b-2",
  kind: "definition",
  title:
    "B_phi(x)_j = phi((x_j - Avg x)/sqrt(Avg (x - Avg x)^2)) over a batch: phi of sqrt(B) times a point of the unit sphere of mean zero.",
  notation: {
    y: "the argument of phi: sqrt(B) G x/|G x|",
    a: "Avg x, the mean over the batch",
    g_j: "a coordinate of G x",
    r: "|G x|",
    deviation: "sqrt(Avg (x - Avg x)^2)",
    x_j: "a coordinate",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 64, doc: "Batch size B." },
    x: { set: "vector", length: "B", min: -3, max: 3, doc: "A neuron's pre-activations over the batch." },
    phi: { set: "activation", class: "kinked", doc: "Activation." },
  },
  assumptions: [],
  claim: equation(over(minus("x_j", symbol("a")), "deviation"), times(root("B"), over(symbol("g_j"), symbol("r")))),
  source: paper("Definition B.2"),
  uses: ["batchnorm/definition-b-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "mean and standard deviation",
        evaluate: ({ B, x, phi }) => {
          const mean = x.reduce((sum, entry) => sum + entry, 0) / B;
          const deviation = requireSpread(Math.sqrt(x.reduce((sum, entry) => sum + (entry - mean) ** 2, 0) / B));
          return x.map((entry) => phi.value((entry - mean) / deviation));
        },
      },
      right: {
        name: "coordinates on the hyperplane, made a unit vector, rotated back and stretched by sqrt(B)",
        evaluate: ({ B, x, phi }) => {
          const frame = helmert(B);
          const along = Array.from({ length: B - 1 }, (_, k) =>
            x.reduce((sum, entry, i) => sum + frame[k * B + i]! * entry, 0),
          );
          const norm = Math.hypot(...along);
          requireSpread(norm / Math.sqrt(B));
          return x.map((_, i) =>
            phi.value((Math.sqrt(B) * along.reduce((sum, c, k) => sum + frame[k * B + i]! * c, 0)) / norm),
          );
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "rounding of x over a deviation of at least 1e-3, times slopes up to 5",
      },
    },
  ],
});
