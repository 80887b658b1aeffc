import { basinsReport, dynamicsReport } from "../../render/dynamicsReport.js";
import type { Report } from "../../render/report.js";
import type { BatchNorm } from "../../theory/batchnorm/batchNorm.js";
import { followBasins } from "../../theory/batchnorm/dynamics/basins.js";
import { followDynamics } from "../../theory/batchnorm/dynamics/dynamics.js";
import type { DynamicsOptions } from "../../theory/batchnorm/dynamics/dynamicsOptions.js";
import {
  type BasinsResult,
  basinsResult,
  type DynamicsResult,
  dynamicsResult,
} from "../../theory/batchnorm/results/dynamicsResult.js";
import { progressLine } from "../progressLine.js";
import type { Terminal } from "../terminal.js";
import { unfold } from "../unfold.js";

export interface DynamicsAnswer {
  readonly report: Report;
  readonly finished: number;
  readonly unsound: number;
}

const optionsOf = ({ activation, batch, epsilon, gamma, beta, weightVariance }: BatchNorm) => ({
  ...{ activation, batch, epsilon, gamma, beta, weightVariance },
});

/** Follows each network, or with `runs` the paths of so many seeds of each. */
export async function answerDynamics(
  networks: readonly BatchNorm[],
  how: DynamicsOptions & { readonly steps: number },
  runs: number | null,
  terminal: Terminal,
): Promise<DynamicsAnswer> {
  const single: DynamicsResult[] = [];
  const several: BasinsResult[] = [];
  const perNetwork = runs ?? how.steps;
  const progress = progressLine(terminal, perNetwork * networks.length);
  for (const [i, network] of networks.entries()) {
    const options = optionsOf(network);
    if (runs === null) {
      let layer = 0;
      const found = await unfold(followDynamics(options, how), terminal, () =>
        progress.update(i * perNetwork + layer++),
      );
      if (found === null) break;
      single.push(dynamicsResult(found));
    } else {
      const found = await unfold(followBasins(options, runs, how), terminal, (run) =>
        progress.update(i * perNetwork + run),
      );
      if (found === null) break;
      several.push(basinsResult(found));
    }
  }
  progress.clear();
  const report = runs === null ? dynamicsReport(single) : basinsReport(several);
  const rates = [...single, ...several.flatMap(({ basins }) => basins)].map(({ rate }) => rate);
  const unsound = rates.filter((rate) => rate?.converged === false).length;
  return { report, finished: runs === null ? single.length : several.length, unsound };
}
