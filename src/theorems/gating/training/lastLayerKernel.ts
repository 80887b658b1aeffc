import { kernelStep as kernelStepProof } from "../../../../proofs/gating/training.js";
import { minus, negative, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { choice } from "../ways/parameters.js";
import { parametersOf, plainOutput, plainRun } from "../ways/plainNetwork.js";
import { batchOf, type TrainingValues, trainedNetwork, trainerGradient, trainingSizes } from "./settings.js";

type Values = TrainingValues & { readonly gates: string; readonly rate: number };

function problem({ gates, rate: _, ...values }: Values) {
  return { network: trainedNetwork(values, gates === "soft" ? 2 : undefined), batch: batchOf(values) };
}

/** Outputs after a gradient step of U_L and c_L minus those before, sample by sample. */
function step(values: Values): number[] {
  const { network, batch } = problem(values);
  const top = network.U.length - 1;
  const gradient = trainerGradient(network, batch, "mse", "U");
  const parameters = parametersOf(network, "U");
  const moved = (set: string, row: number, column: number) => {
    const at = parameters.findIndex((p) => p.set === set && p.layer === top && p.row === row && p.column === column);
    return -values.rate * gradient[at];
  };
  const U = network.U.map((rows, l) =>
    l === top ? rows.map((row, i) => row.map((u, j) => u + moved("U", i, j))) : rows,
  );
  const c = network.c?.map((own, l) => (l === top ? own.map((x, i) => x + moved("c", i, 0)) : own)) ?? null;
  return batch.points.flatMap((x) => {
    const before = plainOutput(network, x);
    return plainOutput({ ...network, U, c }, x).map((y, k) => y - before[k]);
  });
}

/** -(2 rate/(n C)) sum_k' (<h_k, h_k'> + 1 with biases) (f_k' - y_k'). */
function kernelStep(values: Values): number[] {
  const { network, batch } = problem(values);
  const { n, C, rate } = values;
  const runs = batch.points.map((x) => plainRun(network, x));
  const features = runs.map(({ hidden }) => [
    ...hidden[hidden.length - 1].map(({ value }) => value),
    ...(network.c === null ? [] : [1]),
  ]);
  return features.flatMap((own) =>
    Array.from({ length: C }, (_, c) => {
      const pull = features.reduce((sum, theirs, k) => {
        const kernel = own.reduce((s, entry, i) => s + entry * theirs[i], 0);
        return sum + kernel * (runs[k].output[c].value - batch.targets[k * C + c]);
      }, 0);
      return (-2 * rate * pull) / (n * C);
    }),
  );
}

export const lastLayerKernel = theorem({
  id: "gating/last-layer-kernel",
  kind: "remark",
  title:
    "With gates and lower layers fixed, gradient descent on the squared loss moves the outputs by the kernel of the last hidden layer alone.",
  notation: {
    f_new: "the outputs at the samples after a step of U_L",
    r: "the rate times 2/(n C)",
    K: "<h, h'> of the last hidden layer, plus 1 with biases",
    residuals: "f - y at the samples",
  },
  parameters: {
    ...trainingSizes,
    model: choice(["dlgn", "dlgn-pwc"], "The model."),
    gates: choice([">=", "soft"], "Step gates, or soft gates with beta = 2."),
    rate: { set: "real", min: 0.01, max: 2, doc: "The rate of the step." },
  },
  assumptions: [],
  claim: equation(minus("f_new", "f"), negative(times("r", "K", symbol("residuals")))),
  source: paper("section 3.2, last paragraph: fixed gates and a linear model; section 4"),
  uses: ["gating/fixed-gates-linear"],
  proof: { kind: "steps", file: "proofs/gating/training.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [kernelStepProof],
      because: "two samples and two features",
    },
    {
      kind: "routes",
      left: { name: "a step down the trainer's gradient, and two forward passes", evaluate: (values) => step(values) },
      right: { name: "the kernel times the residuals", evaluate: (values) => kernelStep(values) },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of sums of products of squared layers of order 10" },
    },
  ],
});
