import { Command } from "commander";
import { transitionReport } from "../../render/transitionReport.js";
import { validBatch } from "../../theory/batchnorm/problem.js";
import { transition } from "../../theory/batchnorm/transition.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import {
  addBatchOption,
  addFormatOptions,
  checkCombinations,
  type FormatOptions,
  formatOf,
  numbersOf,
} from "../options.js";
import { work } from "../work.js";

interface TransitionOptions extends FormatOptions {
  readonly batch: string;
}

const examples = `
alpha_c(B) is the degree above which BSB1 of the alpha-ReLU max(x, 0)^alpha is unstable.

Examples:
  theoria transition
  theoria transition --batch 5..100 --csv`;

export function transitionCommand({ terminal, finish }: Context): Command {
  const command = new Command("transition").description(
    "the degree alpha_c at which BSB1 of the alpha-ReLU loses stability",
  );
  return addFormatOptions(addBatchOption(command, "4..8,16..512:x2,inf"))
    .addHelpText("after", examples)
    .action(async (options: TransitionOptions) => {
      formatOf(options);
      const batches = numbersOf("batch", options.batch);
      checkCombinations([batches.length]);
      for (const batch of batches) validBatch(batch);
      const { results } = await work(batches, transition, terminal);
      const unsound = results.filter(({ alpha }) => alpha?.converged === false).length;
      const outcome = { report: transitionReport(results), finished: results.length, asked: batches.length, unsound };
      finish(deliver(outcome, options, terminal));
    });
}
