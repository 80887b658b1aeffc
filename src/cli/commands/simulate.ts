import { Command, Option } from "commander";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { addFormatOptions, formatOf } from "../options.js";
import { backendNames, type SimulateOptions } from "../simulation/simulateOptions.js";

const examples = `
Draws random networks at their true width, with batch norm, forward and backward, and prints what
they do beside what the theory of infinite width says. Sample i depends on the seed and i alone:
threads, shards and resumed runs give the same bits. Ctrl-C keeps and reports what is finished.

Examples:
  theoria simulate tanh --batch 8 --width 1000 --depth 50 --samples 200 --seed 1
  theoria simulate relu --batch 16 --width 250,500 --samples 40 --spectrum
  theoria simulate relu --depth 100 --width 200 --residual --json
  theoria simulate gelu --batch 4 --width 300 --samples 40 --out run.jsonl
  theoria simulate gelu --batch 4 --width 300 --samples 80 --out run.jsonl --resume`;

export function simulateCommand({ terminal, finish }: Context): Command {
  const command = new Command("simulate")
    .description("random wide networks beside the theory, with standard errors")
    .argument("<activation>", "a name or an expression in x")
    .option("-b, --batch <number>", "samples a batch", "8")
    .option("--batches <number>", "independent batches through the same weights", "1")
    .option("-w, --width <list>", "neurons a layer; several widths are extrapolated to infinity", "1000")
    .option("-d, --depth <number>", "layers", "50")
    .option("-s, --samples <number>", "networks", "100")
    .option("--seed <number>", "which networks: an integer from 0", "1")
    .option("--eps, --epsilon <number>", "batch norm's epsilon", "0")
    .option("--gamma <number>", "batch norm's scale", "1")
    .option("--beta <number>", "batch norm's shift", "0")
    .option("--weight-variance <number>", "sigma_w^2 of the weights", "1")
    .option("--residual", "each layer adds to the one before")
    .option("--uncentred", "batch norm divides by the root mean square and subtracts nothing")
    .option("--spectrum", "also covariances and backward eigenvalues, half way down")
    .addOption(
      new Option("--sampler <name>", "exact: the weights' law without the weights; naive: draws the weights")
        .choices(["exact", "naive"])
        .default("exact"),
    )
    .addOption(new Option("--backend <name>", "what computes").choices(backendNames).default("wasm"))
    .option("--threads <number>", "worker threads (default: one a core)")
    .option("--out <file>", "append each network to a file, one line of JSON each")
    .option("--resume", "continue the run of --out: nothing is lost or drawn twice")
    .option("--shard <i/n>", "draw only every n-th network, starting with the i-th", "1/1");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (text: string, options: SimulateOptions) => {
      formatOf(options);
      // loaded here: no other command needs the simulator
      const { answerSimulation } = await import("../answers/simulation.js");
      const { report, finished, asked } = await answerSimulation(text, options, terminal);
      finish(deliver({ report, finished, asked, unsound: 0 }, options, terminal));
    });
}
