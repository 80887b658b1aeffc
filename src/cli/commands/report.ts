import { Command } from "commander";
import type { Context } from "../context.js";
import { addBatchOption, addScaleOptions, addToleranceOption } from "../options.js";
import type { ReportOptions } from "../report/reportOptions.js";
import { usualReport } from "../report/usualReport.js";

const examples = `
One HTML page about an activation: a summary in words, rates by two methods, stability, where
networks go that leave BSB1, eigenvalues, formulas, and simulated networks beside the theory. The
page is one file that loads nothing and runs no script; it prints well. The same command gives the
same bytes.

Batches up to an eighth of the width are simulated: beyond, finite width is far from the theory.
Without --out the page goes to the standard output, if that is no terminal. A file that is no such
page is overwritten with --force only. After Ctrl-C the page has what is finished, and says so.

Examples:
  theoria report tanh --batch 8,64,512 --samples 8 --out report.html
  theoria report gelu --batch 8,64 --width 600 --depth 40 --samples 4 --out report.html
  theoria report "x > 0 ? x : 0.1*x" --batch 8,inf --gamma 1,2 --no-simulation --out report.html`;

export function reportCommand({ terminal, finish }: Context): Command {
  const command = new Command("report")
    .description("one HTML page about an activation: words, tables, figures, formulas")
    .argument("<activation>", "a name or an expression in x");
  addScaleOptions(
    addBatchOption(command, usualReport.batch).option("--eps, --epsilon <list>", "batch norm's epsilon", "0"),
  ).option("--weight-variance <list>", "sigma_w^2 of the weights", "1");
  return addToleranceOption(command)
    .option("-w, --width <number>", "neurons a layer of the simulated networks", usualReport.width)
    .option("-d, --depth <number>", "their layers", usualReport.depth)
    .option("-s, --samples <number>", "how many for each setting", usualReport.samples)
    .option("--seed <number>", "which: an integer from 0", usualReport.seed)
    .option("--no-simulation", "theory only")
    .option("--threads <number>", "worker threads (default: one a core)")
    .option("-o, --out <file>", "where the page goes")
    .option("--force", "overwrite a file that is no such page")
    .option("-q, --quiet", "say nothing about the file")
    .addHelpText("after", examples)
    .action(async (text: string, options: ReportOptions) => {
      // loaded here: no other command draws formulas
      const { answerReport } = await import("../answers/report.js");
      finish(await answerReport(text, options, terminal));
    });
}
