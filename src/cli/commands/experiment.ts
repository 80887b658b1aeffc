import { Command } from "commander";
import type { Context } from "../context.js";
import type { ExperimentOptions } from "../experiment/experimentRequest.js";

const examples = `
Trains networks and shows what a figure of a paper shows: tables with standard errors, pictures,
and assertions on what must be seen. Without an id it lists the experiments.

--out writes <id>-<effort>.json (tables, assertions, pictures as data, results) and
<id>-<effort>-<n>.svg, such as alignment-figure-8-quick-1.svg, and keeps each finished job in a
file: after Ctrl-C or a kill, the same command continues there. More seeds can be added later;
with fewer, only the seeds asked for are shown. Figures that look at the same networks share them.

batchnorm/figure-2a and 3 and alignment/figure-13 read MNIST (node scripts/fetchData.mjs mnist),
gating/figure-7 and 11 to 16 Fashion-MNIST (node scripts/fetchData.mjs fashion-mnist), or --data:
JSON { "inputs": [[...]], "labels": [...] }, or CIFAR-10 binary batches, several with commas
between them.

The exit code is 1 where an assertion fails, 130 after an interruption.

Examples:
  theoria experiment
  theoria experiment figure-8 --quick --seeds 2
  theoria experiment alignment/figure-3 --quick --seeds 2 --seed 7 --json`;

export function experimentCommand({ terminal, finish }: Context): Command {
  return new Command("experiment")
    .description("figures of the papers made anew: trained networks, tables, pictures, assertions")
    .argument("[id]", "such as alignment/figure-8, or figure-8 where no other area has one")
    .option("--quick", "small networks: seconds to a minute (default)")
    .option("--full", "the paper's sizes, or what two cores can do")
    .option("--seeds <number>", "how many seeds (default: as listed)")
    .option("--seed <number>", "the first seed (default: 1)")
    .option("--out <folder>", "write results, pictures and finished jobs there")
    .option("--threads <number>", "worker threads (default: one a core)")
    .option("--data <file>", "images, for experiments that read some")
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .option("-q, --quiet", "tables without headings and notes, no warnings")
    .addHelpText("after", examples)
    .action(async (name: string | undefined, options: ExperimentOptions) => {
      // loaded here: no other command trains networks
      const { answerExperiment } = await import("../answers/experiment.js");
      finish(await answerExperiment(name, options, terminal));
    });
}
