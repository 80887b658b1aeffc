import { kernelOf, minus, negative, plus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousKernelByAngle } from "../ways/gaussianKernel.js";
import { kernelParameters } from "../ways/parameters.js";
import { exactly } from "../ways/proofNamed.js";

const claim = equation(
  symbol("J_phi"),
  minus(
    times(plus(power("a", 2), power("b", 2)), kernelOf("alpha", "c")),
    times(2, "a", "b", kernelOf("alpha", negative("c"))),
  ),
);

export const definitionI4 = theorem({
  id: "batchnorm/definition-i-4",
  kind: "definition",
  title: "The kernel of a homogeneous function, from J_alpha at both signs",
  notation: { J_phi: "J_phi(c) for phi(x) = a x_+^alpha - b x_-^alpha", a: "phi(1)", b: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.01, max: 8, doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    c: kernelParameters.c,
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition I.4" }],
  uses: ["batchnorm/definition-h-4", "batchnorm/proposition-i-2"],
  proof: { kind: "cited" },
  checks: [
    { ...exactly("kernel-i-4"), because: "its left side is J_phi by the even and the odd part of J_alpha's series" },
    {
      kind: "routes",
      left: {
        name: "the four quadrants of the mean over two normals, by an angle",
        evaluate: ({ alpha, a, b, c }) => homogeneousKernelByAngle(alpha, a, b, c),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 2e-11, why: "values up to 36, each kernel to 1e-13" },
    },
  ],
});
