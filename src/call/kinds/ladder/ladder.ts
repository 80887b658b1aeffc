import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import { conditionalTable } from "../../../theory/ladder/groupBy.js";
import { type Ladder, type Region, regionOf } from "../../../theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../theory/ladder/ladderFromAtoms.js";
import { locallyConnectedNetwork } from "../../../theory/ladder/network/network.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { kind } from "../../kind.js";
import { real, reals, vector } from "../../schemas.js";
import { booleanFunction } from "./booleanFunction.js";
import { type ReceptiveFields, receptiveFields, standardOrder } from "./receptiveFields.js";

const label = z.union([z.literal(0), z.literal(1)], { error: "0 or 1" });

/** The place of a binary content in lexicographic order. */
const placeOf = (content: readonly number[]) => content.reduce((sum, bit) => 2 * sum + bit, 0);

interface Tables {
  readonly prob: readonly number[];
  readonly z_beta_of_xbeta: readonly number[];
  readonly child_raw1: readonly number[];
  readonly child_raw2: readonly number[];
}

function assertSizes({ pixels, children }: ReceptiveFields, tables: Tables): void {
  if (children.length !== 2)
    throw domainError("order", `${children.length} children`, "two: beta1 and beta2", "Name both.");
  const assertLength = (parameter: keyof Tables, bits: number) => {
    const { length } = tables[parameter];
    if (length !== 2 ** bits)
      throw domainError(
        parameter,
        `${length} numbers`,
        `2^${bits} numbers`,
        `Pixels are 0 or 1: ${bits} of them are seen.`,
      );
  };
  assertLength("prob", pixels);
  for (const [i, { length }] of children.entries()) {
    assertLength("z_beta_of_xbeta", length);
    assertLength(i === 0 ? "child_raw1" : "child_raw2", length);
  }
}

/** All binary inputs as atoms; z_beta from its table, z_alpha from the text. */
function ladderOf({ pixels, children }: ReceptiveFields, { prob, z_beta_of_xbeta }: Tables, text: string): Ladder {
  const atoms = prob.map((_, atom) => Array.from({ length: pixels }, (__, p) => (atom >> (pixels - 1 - p)) & 1));
  const top = booleanFunction("z_alpha", text, children.length);
  const betas = children.map((seen, i) => ({
    id: `beta${i + 1}`,
    pixels: seen,
    labels: (content: readonly number[]) => z_beta_of_xbeta[placeOf(content)]!,
  }));
  const all = Array.from({ length: pixels }, (_, p) => p);
  const names = betas.map(({ id }) => id);
  const alpha = {
    id: "alpha",
    pixels: all,
    children: names,
    labels: (_: readonly number[], z: readonly number[]) => top(z),
  };
  return ladderFromAtoms(atoms, prob, [...betas, alpha]);
}

function networkOf(ladder: Ladder, { child_raw1, child_raw2 }: Tables, weights: readonly number[]) {
  const inputs = [child_raw1, child_raw2].map((table, i) => {
    const region = `beta${i + 1}`;
    // contents of probability zero have no value
    const raw = regionOf(ladder, region).contents.map((content) => table[placeOf(content)]!);
    return { kind: "input" as const, id: `k${i + 1}`, region, raw, gate: "relu" as const };
  });
  const sums = weights.map((weight, i) => ({ node: `k${i + 1}`, weight }));
  return locallyConnectedNetwork(ladder, [
    ...inputs,
    { kind: "inner", id: "j", region: "alpha", inputs: sums, gate: "relu" },
  ]);
}

const SMALL = 1e-9;

/** One value for each of the labels 0 and 1: that of the event, or `missing` where the label has probability 0. */
const byLabel = <T, M>({ events }: Region, values: readonly T[], missing: M): (T | M)[] =>
  [0, 1].map((label) => (events.includes(label) ? values[events.indexOf(label)]! : missing));

export const ladder = kind({
  name: "ladder",
  area: "ladder",
  doc: "focus, broadness, and the exact network against the reformulation (Theorem 2, Eqn 8)",
  inputs: z.strictObject({
    prob: vector.describe("Probability of every binary input, in lexicographic order."),
    order: z.string().optional().describe(`Pixels and receptive fields; default "${standardOrder}".`),
    z_beta_of_xbeta: z.array(label).min(1).describe("Label of each content of a child, the same for both children."),
    z_alpha: z
      .string()
      .describe(
        'Label of the parent, a Boolean function: "z1 AND z2", "NOT z1 OR z2", "z1 XOR z2". NOT binds first, then AND and NAND, XOR and XNOR, OR and NOR; case does not matter.',
      ),
    child_raw1: vector.describe("What child 1 receives for each of its contents; its activation is relu of it."),
    child_raw2: vector.describe("The same of child 2."),
    w_j: z.array(z.number()).length(2).describe("Weights from both children to the ReLU node j."),
  }),
  result: z.object({
    focus_tv: reals.describe("Total-variation distance of each child, the largest over events; 0 where focus holds."),
    broadness_tv: reals.describe("The same for broadness."),
    f_j_exact: z
      .array(real.nullable())
      .describe("E[f_j | z_alpha] for z_alpha = 0, 1; null where it has probability 0."),
    f_j_reformulated: z.array(real.nullable()).describe("By Eqn 8, from the children's exact means."),
    P_alpha_beta1: z
      .array(reals.nullable())
      .describe("P(z_beta1 | z_alpha): rows z_alpha = 0, 1, null where it has probability 0; columns z_beta1 = 0, 1."),
    conditions_hold: z.boolean().describe("Focus, broadness and decorrelation at j, all within 1e-9."),
  }),
  example: {
    prob: [0.1, 0.05, 0.05, 0.05, 0.05, 0.1, 0.05, 0.05, 0.05, 0.05, 0.1, 0.05, 0.05, 0.05, 0.05, 0.1],
    z_beta_of_xbeta: [0, 1, 1, 0],
    z_alpha: "z1 OR z2",
    child_raw1: [-1, 0.5, -0.5, 1],
    child_raw2: [0.5, -0.5, 1, 1.5],
    w_j: [1, 0.5],
  },
  names: { weights: "prob" },
  compute({ order = standardOrder, z_alpha, w_j, ...tables }) {
    const fields = receptiveFields("order", order);
    assertSizes(fields, tables);
    const built = ladderOf(fields, tables, z_alpha);
    const network = networkOf(built, tables, w_j);
    const { families, nodes } = reformulation(network, { j: built.weights.map(() => 0) });
    const { exact, activation } = nodes.find(({ node }) => node === "j")!;
    const [focus, broadness] = [families.map((one) => one.focus.largest), families.map((one) => one.broadness.largest)];
    const [alpha, beta1] = [regionOf(built, "alpha"), regionOf(built, "beta1")];
    const table = conditionalTable(built, alpha, beta1).map((row) => byLabel(beta1, row, 0));
    const residuals = [...focus, ...broadness, ...exact.rawGateCovariance];
    return {
      ...{ focus_tv: focus, broadness_tv: broadness },
      f_j_exact: byLabel(alpha, exact.activation, null),
      f_j_reformulated: byLabel(alpha, activation, null),
      P_alpha_beta1: byLabel(alpha, table, null),
      conditions_hold: residuals.every((residual) => Math.abs(residual) <= SMALL),
    };
  },
});
