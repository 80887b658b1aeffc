import * as z from "zod";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { kind } from "../../kind.js";
import { matrix, real, reals, sameLength, vector } from "../../schemas.js";

const divergences = z.object({
  kl: real.describe("sum p log(p/q)."),
  tv: real.describe("sum |p - q|/2."),
  chi2: real.describe("sum (p - q)^2/q."),
  hellinger2: real.describe("sum (sqrt p - sqrt q)^2."),
  sq: real.describe("sum (p - q)^2: no f-divergence."),
});

export const mono = kind({
  name: "mono",
  area: "grouping",
  doc: "divergences of two laws before and after a Markov kernel (Theorem 4.1, corrected)",
  inputs: z
    .strictObject({
      p: vector.describe("Probabilities."),
      q: vector.describe("Others, on the same points."),
      kernel: matrix.describe("A row of output probabilities for each point."),
    })
    .check(sameLength("p", "q", "kernel")),
  result: z.object({
    before: divergences.describe("Of p and q."),
    after: divergences.describe("Of pK and qK."),
    kl_conditional_on_output: reals.describe(
      "KL of the points given the output, one an output; 0 where p never has it.",
    ),
    averaged_conditional_kl: real.describe("Its mean under pK: KL before less KL after."),
  }),
  infinities: true,
  example: {
    p: [0.5, 0.3, 0.2],
    q: [0.2, 0.3, 0.5],
    kernel: [
      [0.9, 0.1],
      [0.4, 0.6],
      [0.2, 0.8],
    ],
  },
  compute({ p, q, kernel }) {
    const { before, after, conditional, averaged } = informationMonotonicity(p, q, kernel);
    return { before, after, kl_conditional_on_output: conditional, averaged_conditional_kl: averaged };
  },
});
