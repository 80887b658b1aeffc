// Types as a user's compiler sees them: strict, with and without Node's way of finding modules.
import {
  type Activation,
  activation,
  type BatchNorm,
  batchNorm,
  type Estimate,
  elementwiseOf,
  TheoryError,
} from "theoria";
import { randomNetwork } from "theoria/alignment";
import { call } from "theoria/call";
import { $display, type Display, displayPlot, displayTable, type Plot } from "theoria/display";
import { gatedNetwork } from "theoria/gating";
import { activationRules } from "theoria/grouping";
import { ladderFromAtoms } from "theoria/ladder";
import { riskHessian } from "theoria/landscape";
import { type Sample, simulate, wasmBackend } from "theoria/simulation";
import { startNodeWorker } from "theoria/simulation/node";
import { derive, type Expression, tex } from "theoria/symbolic";
import { type Theorem, theorems } from "theoria/theorems";

const phi: Activation = activation("tanh");
const network: BatchNorm = batchNorm({ activation: phi, batch: 8 });
const rate: Estimate = network.rate;
const formula: Expression = derive("rate", "relu").formula;
const plot: Plot = { title: "", caption: "", columns: 1, panels: [], metadata: {} };
const shown: Display = displayTable([{ batch: 8, rate }]);
const svg: string | undefined = displayPlot(plot).mime["image/svg+xml"];
const samples = async (): Promise<readonly Sample[]> =>
  (
    await simulate(
      { activation: elementwiseOf(phi), batch: 8, width: 10, depth: 3 },
      {
        samples: 1,
        seed: 1,
        backend: wasmBackend,
        workers: { start: startNodeWorker, count: 1 },
      },
    )
  ).samples;
const first: Theorem | undefined = theorems[0];

// @ts-expect-error an activation is text or an object, no number
batchNorm({ activation: 3, batch: 8 });
// @ts-expect-error nothing of an answer can be written to
rate.value = 2;

export const all = [tex(formula), shown[$display]()["text/plain"], svg, samples, first, call, TheoryError];
export const areas = [randomNetwork, gatedNetwork, activationRules, ladderFromAtoms, riskHessian];
