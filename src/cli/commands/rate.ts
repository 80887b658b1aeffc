import { Command } from "commander";
import { rateReport } from "../../render/rateReport.js";
import { isSound, rateResult, withReached } from "../../theory/batchnorm/results/networkResult.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { networksOf } from "../networks.js";
import { addNetworkOptions, formatOf, type NetworkOptions } from "../options.js";
import { work } from "../work.js";

interface RateOptions extends NetworkOptions {
  /** False after --no-reached. */
  readonly reached: boolean;
}

const examples = `
The gradient-explosion rate is the factor by which E|gradient|^2 grows a layer. Several activations
make a comparison; the product of all lists is swept. An activation that starts with "-" goes after
--, and options before that. Where BSB1 is unstable, the rate where the network goes is shown too
(batches up to 128; one to five seconds each).

Examples:
  theoria rate tanh --batch 8,64,512
  theoria rate relu tanh gelu --batch 8,64,inf
  theoria rate "x > 0 ? x : 0.1*x" --batch 4..128:4 --csv
  theoria rate relu --batch 64 --eps 0,1e-5,1e-3 --beta -1,0,1 --weight-variance 2 --no-reached
  theoria rate gelu --batch 8,64 --confirm
  theoria rate --batch 8 -- "-x^2"`;

export function rateCommand({ terminal, finish }: Context): Command {
  const command = new Command("rate")
    .description("gradient-explosion rate, depth scales and stability")
    .argument("<activation...>", "names or expressions in x");
  return addNetworkOptions(command, "8,64,512,inf")
    .option("--no-reached", "leave out where networks go that leave BSB1")
    .addHelpText("after", examples)
    .action(async (texts: string[], options: RateOptions) => {
      formatOf(options);
      const networks = networksOf(texts, options);
      const { results } = await work(
        networks,
        (network) => {
          const result = rateResult(network, options.confirm);
          return options.reached ? withReached(network, result) : result;
        },
        terminal,
      );
      const unsound = results.filter((result) => !isSound(result)).length;
      const outcome = { report: rateReport(results), finished: results.length, asked: networks.length, unsound };
      finish(deliver(outcome, options, terminal));
    });
}
