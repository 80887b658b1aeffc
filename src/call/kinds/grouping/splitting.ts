import * as z from "zod";
import { markovKernel } from "../../../theory/grouping/probability/markovKernel.js";
import { splitLaws } from "../../../theory/grouping/probability/splitLaws.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals, vector } from "../../schemas.js";

export const splitting = kind({
  name: "splitting",
  area: "grouping",
  doc: "a splitting extension by its laws: T3 by Bayes' rule from T2, independent of T1 given T2 (Definition A.7)",
  inputs: z.strictObject({
    P_T1_given_T2: matrix.describe("One row, a law of T1, for each state of T2."),
    nu_T3: vector.describe("The law of T3."),
    Q_T2_given_T3: matrix.describe("One row, a law of T2, for each state of T3."),
  }),
  result: z.object({
    law_T2: reals.describe("nu Q."),
    P_T3_given_T2: z
      .array(reals.nullable())
      .describe("One row for each state of T2; null for states of probability zero."),
    joint_T1_T3: realRows.describe("One row for each state of T1."),
    I_T1_T3_given_T2: real.describe("Conditional mutual information, nats: 0 up to rounding."),
  }),
  example: {
    P_T1_given_T2: [
      [0.25, 0.75],
      [0.6, 0.4],
    ],
    nu_T3: [0.3, 0.7],
    Q_T2_given_T3: [
      [0.9, 0.1],
      [0.2, 0.8],
    ],
  },
  names: { law: "nu_T3", before: "P_T1_given_T2", kernel: "Q_T2_given_T3" },
  compute({ P_T1_given_T2, nu_T3, Q_T2_given_T3 }) {
    const before = markovKernel(P_T1_given_T2, { name: "P_T1_given_T2" });
    const kernel = markovKernel(Q_T2_given_T3, { name: "Q_T2_given_T3" });
    const { evidence, posterior, ends, information } = splitLaws(before, nu_T3, kernel);
    return { law_T2: evidence, P_T3_given_T2: posterior, joint_T1_T3: ends, I_T1_T3_given_T2: information };
  },
});
