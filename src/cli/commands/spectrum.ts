import { Command } from "commander";
import { spectrumReport } from "../../render/spectrumReport.js";
import { isSound, spectrumResult } from "../../theory/batchnorm/results/networkResult.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { networksOf } from "../networks.js";
import { addNetworkOptions, formatOf, type NetworkOptions } from "../options.js";
import { work } from "../work.js";

const examples = `
The fixed point BSB1 has q on the diagonal and q c off it; mu = q (1 - c). G, L, M are the
eigenspaces of the centred covariances, of dimensions 1, B-1 and B(B-3)/2. Backward G is the
explosion rate.

Examples:
  theoria spectrum tanh --batch 64
  theoria spectrum relu gelu --batch 8,64 --json
  theoria spectrum "relu(x)^1.5" --batch 6 --confirm`;

export function spectrumCommand({ terminal, finish }: Context): Command {
  const command = new Command("spectrum")
    .description("fixed point, forward and backward eigenvalues, cross-batch decay")
    .argument("<activation...>", "names or expressions in x");
  return addNetworkOptions(command, "64")
    .addHelpText("after", examples)
    .action(async (texts: string[], options: NetworkOptions) => {
      formatOf(options);
      const networks = networksOf(texts, options);
      const { results } = await work(networks, (network) => spectrumResult(network, options.confirm), terminal);
      const unsound = results.filter((result) => !isSound(result)).length;
      const outcome = { report: spectrumReport(results), finished: results.length, asked: networks.length, unsound };
      finish(deliver(outcome, options, terminal));
    });
}
