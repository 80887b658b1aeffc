import { Command } from "commander";
import type { Context } from "../context.js";
import type { FigureOptions } from "../figure/figureOptions.js";

const examples = `
Makes a figure anew: draws random networks, or trains some, and writes one picture. 1a to 4d are
the figures of the batch normalisation paper, rates, stability and finite-width ours; the figures
of the other papers go by their ids. Without a name it lists them.

--out f.svg writes the picture, f.png too (it needs the optional package @resvg/resvg-js), and
f.json its data: results, tables, plots, command, seed. Several pictures become f-1.svg, f-2.svg.
--from f.json draws them from the data, without running anything again.

After Ctrl-C finished jobs are kept beside the file of --out, and the same command continues there.
Figures 2a and 3 train on MNIST: node scripts/fetchData.mjs mnist fetches it, or give --data.

The exit code is 1 where an assertion fails, 130 after an interruption.

Examples:
  theoria figure
  theoria figure 1d
  theoria figure stability --json
  theoria figure alignment/figure-8 --quick --seeds 1`;

export function figureCommand({ terminal, finish }: Context): Command {
  return new Command("figure")
    .description("a figure of the papers or of our own as SVG, PNG or data")
    .argument("[id]", "such as 1a, rates or alignment/figure-8")
    .option("--out <file>", "write the picture there: .svg, .png, or .json for its data")
    .option("--from <file>", "the data of --out f.json: nothing is run")
    .option("--quick", "small networks: seconds to a minute (default)")
    .option("--full", "the paper's sizes, or what two cores can do")
    .option("--seeds <number>", "how many seeds (default: as listed)")
    .option("--seed <number>", "the first seed (default: 1)")
    .option("--threads <number>", "worker threads (default: one a core)")
    .option("--data <file>", "images, for figures that read some")
    .option("--scale <number>", "PNG: pixels for one of the SVG's, 0.5 to 8 (default: 2)")
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .option("-q, --quiet", "tables without headings and notes, no warnings")
    .addHelpText("after", examples)
    .action(async (name: string | undefined, options: FigureOptions) => {
      // loaded here: most commands simulate nothing
      const { answerFigure } = await import("../answers/figure.js");
      finish(await answerFigure(name, options, terminal));
    });
}
