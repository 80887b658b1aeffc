import { Command } from "commander";
import { type ActivationResult, activationReport } from "../../render/activationReport.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { differentiate } from "../../symbolic/differentiate.js";
import { text as print } from "../../symbolic/format/text.js";
import { simplify } from "../../symbolic/simplify.js";
import { makeProblem } from "../../theory/batchnorm/problem.js";
import { selectRoute } from "../../theory/batchnorm/select.js";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { activationsOf } from "../networks.js";
import { addFormatOptions, type FormatOptions, formatOf } from "../options.js";

const batches = [4, 8, 64, 512, Infinity];

const examples = `
"proved" is read off the expression, "sampled" was only seen at points. Kinks are where phi is not
analytic.

Examples:
  theoria activation gelu
  theoria activation "x > 0 ? x : 0.1*x" "relu(x)^1.5"
  theoria activation "max(x, 0) - max(x - 1, 0)" --json`;

function describe(activation: Activation): ActivationResult {
  const { text, expression, facts } = activation;
  const derivative = expression === null ? null : print(simplify(differentiate(simplify(expression))));
  const routes = batches.map((batch) => ({
    batch,
    method: selectRoute(makeProblem({ activation, batch }), "auto").name,
  }));
  return { activation: text, derivative, facts, routes };
}

export function activationCommand({ terminal, finish }: Context): Command {
  const command = new Command("activation")
    .description("what is known about an activation: kinks, parity, growth, derivative, method")
    .argument("<activation...>", "names or expressions in x");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action((texts: string[], options: FormatOptions) => {
      formatOf(options);
      const results = activationsOf(texts).map(describe);
      const count = results.length;
      finish(
        deliver({ report: activationReport(results), finished: count, asked: count, unsound: 0 }, options, terminal),
      );
    });
}
