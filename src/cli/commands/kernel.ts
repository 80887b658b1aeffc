import { Command } from "commander";
import { type KernelResult, kernelReport } from "../../render/kernelReport.js";
import { activationKernel, kernel } from "../../theory/batchnorm/kernel.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { activationsOf } from "../networks.js";
import { readNumber } from "../numberList.js";
import { addFormatOptions, type FormatOptions, formatOf, numbersOf } from "../options.js";
import { badValue, UsageError } from "../usageError.js";

interface KernelOptions extends FormatOptions {
  readonly alpha?: string;
  readonly c: string;
}

const examples = `
J_alpha(c) = E[x_+^alpha y_+^alpha] / E[x_+^(2 alpha)] for standard normals with correlation c;
J_phi(c) = (a^2 + b^2) J_alpha(c) - 2 a b J_alpha(-c) for phi(x) = a x_+^alpha - b x_-^alpha.

Examples:
  theoria kernel --alpha 1 --c -1,0,0.5,1
  theoria kernel --alpha 1.5 --c -1..1:0.1 --csv
  theoria kernel "leaky_relu(0.2)"`;

function compute(activation: string | undefined, options: KernelOptions): KernelResult {
  const correlations = numbersOf("c", options.c);
  if (activation !== undefined) {
    if (options.alpha !== undefined)
      throw new UsageError("--alpha: an activation has its own degree. Give one of the two.");
    const phi = activationsOf([activation])[0]!;
    const values = correlations.map((c) => activationKernel(phi, c));
    return { activation: phi.text, alpha: phi.facts.homogeneity.value!.degree, values };
  }
  const text = options.alpha ?? "1";
  const alpha = readNumber(text);
  if (alpha === null) throw badValue("--alpha", text, "a number above -1/2", "1 is ReLU, 0 the step function.");
  return { activation: null, alpha, values: correlations.map((c) => kernel(alpha, c)) };
}

export function kernelCommand({ terminal, finish }: Context): Command {
  const command = new Command("kernel")
    .description("arc-cosine kernel J_alpha, or J_phi of a homogeneous activation, and its derivative")
    .argument("[activation]", "a positively homogeneous activation")
    .option("--alpha <number>", "degree of J_alpha (default: 1)")
    .option("--c <list>", "correlations", "-1..1:0.25");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action((activation: string | undefined, options: KernelOptions) => {
      formatOf(options);
      const result = compute(activation, options);
      const unsound = result.values.filter(({ J, derivative }) => !(J.converged && derivative.converged)).length;
      const count = result.values.length;
      finish(deliver({ report: kernelReport(result), finished: count, asked: count, unsound }, options, terminal));
    });
}
