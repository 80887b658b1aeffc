import { gradientSignErratum as erratum } from "../../../../proofs/alignment/lemma1.js";
import { negative } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainOutput } from "../ways/dualNumbers.js";
import { networkSizes } from "../ways/parameters.js";
import { type NetworkSizes, randomPair } from "../ways/randomObjects.js";
import { rounding } from "./settings.js";

/** Central differences of J = |f* - f|^2/2 in the outputs: exact for a quadratic, at any step. */
function lossSlope(sizes: NetworkSizes): number[] {
  const { teacher, student, x } = randomPair(sizes);
  const [target, f] = [plainOutput(teacher.layers, x), plainOutput(student.layers, x)];
  const J = (moved: readonly number[]) => moved.reduce((sum, value, c) => sum + (target[c]! - value) ** 2 / 2, 0);
  return f.map((_, c) => {
    const move = (step: number) => J(f.map((value, i) => (i === c ? value + step : value)));
    return (move(1) - move(-1)) / 2;
  });
}

export const outputGradient = theorem({
  id: "alignment/output-gradient",
  kind: "definition",
  title: "The gradient that is sent down is the negative one: g_L = f* - f = -dJ/df_L for J = |f* - f|^2/2.",
  notation: { g_L: "f* - f, the gradient sent down", slope: "dJ/df_L" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("g_L"), negative("slope")),
  source: paper("eq. (2) and the line below it"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "g_L = f* - f",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          return mixtureCoefficients(teacher, student, x).top;
        },
      },
      right: {
        name: "minus central differences of the loss",
        evaluate: (sizes) => lossSlope(sizes).map((slope) => -slope),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "g_L = dJ/df_L has the other sign: f* - f is minus the derivative of the loss; shown for two outputs, f* = h.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
