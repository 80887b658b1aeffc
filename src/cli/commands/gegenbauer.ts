import { Command } from "commander";
import { type GegenbauerResult, gegenbauerReport } from "../../render/gegenbauerReport.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { gegenbauerExpansion, MAX_TERMS } from "../../theory/batchnorm/coefficients.js";
import { validBatch } from "../../theory/batchnorm/problem.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { activationsOf } from "../networks.js";
import { readNumber } from "../numberList.js";
import * as shared from "../options.js";
import { badValue } from "../usageError.js";
import { work } from "../work.js";

interface GegenbauerOptions extends shared.FormatOptions {
  readonly batch: string;
  readonly gamma: string;
  readonly beta: string;
  readonly terms: string;
  readonly tolerance: string;
}

interface Item {
  readonly activation: Activation;
  readonly batch: number;
  readonly gamma: number;
  readonly beta: number;
}

const examples = `
phi(gamma z + beta) = sum of a_k p_k(z), p_k orthonormal for one normalised value (Hermite for batch
inf), and q (1 - c) = sum of a_k^2 c_k.

Examples:
  theoria gegenbauer tanh --batch 64 --terms 12
  theoria gegenbauer relu gelu --batch 8,inf --csv`;

function termsOf(text: string): number {
  const terms = readNumber(text);
  if (terms === null || !(Number.isInteger(terms) && terms >= 1 && terms <= MAX_TERMS)) {
    throw badValue("--terms", text, `an integer from 1 to ${MAX_TERMS}`, "8 is the default.");
  }
  return terms;
}

function itemsOf(texts: readonly string[], options: GegenbauerOptions): Item[] {
  const [batches, gammas, betas] = (["batch", "gamma", "beta"] as const).map((name) =>
    shared.numbersOf(name, options[name]),
  );
  shared.checkCombinations([texts.length, ...[batches, gammas, betas].map((list) => list!.length)]);
  for (const batch of batches!) validBatch(batch);
  return activationsOf(texts).flatMap((activation) =>
    batches!.flatMap((batch) =>
      gammas!.flatMap((gamma) => betas!.map((beta): Item => ({ activation, batch, gamma, beta }))),
    ),
  );
}

export function gegenbauerCommand({ terminal, finish }: Context): Command {
  const command = new Command("gegenbauer")
    .description("Gegenbauer coefficients a_k and the factors c_k")
    .argument("<activation...>", "names or expressions in x")
    .option("-k, --terms <count>", "how many coefficients", "8");
  shared.addToleranceOption(shared.addScaleOptions(shared.addBatchOption(command, "64")));
  return shared
    .addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (texts: string[], options: GegenbauerOptions) => {
      shared.formatOf(options);
      const [terms, tolerance] = [termsOf(options.terms), shared.toleranceOf(options.tolerance)];
      const items = itemsOf(texts, options);
      const compute = (item: Item): GegenbauerResult => {
        const { activation, batch, coefficients, gaps } = gegenbauerExpansion(item, terms, tolerance);
        return { activation, batch, gamma: item.gamma, beta: item.beta, coefficients, gaps };
      };
      const { results } = await work(items, compute, terminal);
      const unsound = results.filter(({ coefficients }) => coefficients.some(({ converged }) => !converged)).length;
      const outcome = { report: gegenbauerReport(results), finished: results.length, asked: items.length, unsound };
      finish(deliver(outcome, options, terminal));
    });
}
