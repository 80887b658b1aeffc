import { Command } from "commander";
import type { DerivationRequest } from "../answers/derivation.js";
import type { Context } from "../context.js";
import { deliverFormula } from "../deliverFormula.js";
import { exitCodes } from "../exitCodes.js";
import { addFormulaOptions, digitsOf, type FormulaOptions, formulaFormatOf, wholeOf } from "../formulaOptions.js";
import { activationsOf } from "../networks.js";
import { UsageError } from "../usageError.js";

interface DeriveOptions extends FormulaOptions {
  readonly quiet?: true;
  readonly steps?: true;
  readonly series?: string;
}

const LARGEST_BATCH = 1e9;
const MOST_TERMS = 12;

const examples = `
Quantities, for epsilon 0, gamma 1, beta 0 and weight variance 1, in the batch size B >= 4:
  q, c, mu                           the fixed point BSB1
  rate                               gradient-explosion rate: backward-G
  forward-G, forward-L, forward-M    eigenvalues, as in theoria spectrum
  backward-G, backward-L, backward-M
  cross-c, cross-eigenvalue          two independent batches

Positively homogeneous activations and polynomials of degree up to 24 have closed forms. Others get
the quantity in integrals, and exit code 2. A step is proved, by definition or by exact arithmetic,
or verified: both sides agree to 50 digits at random batch sizes. J(alpha, c) is the arc-cosine
kernel. js is an expression in B over Math, sympy one in the symbol B.

Examples:
  theoria derive rate relu --steps
  theoria derive rate relu --at 64 --digits 50
  theoria derive mu "x + x^3" --series 3
  theoria derive backward-L "leaky_relu(0.2)" --json
  theoria derive rate abs --format sympy`;

const remedy = "Other batch sizes, and lists of them: theoria rate relu --batch 8,64.";

/** Everything that can be said of the options before anything is loaded. */
function requestOf(quantity: string, text: string, options: DeriveOptions): DerivationRequest {
  const { at, series, steps = false, quiet = false } = options;
  if (options.digits !== undefined && at === undefined) {
    throw new UsageError(`--digits ${options.digits}: digits of what? Add --at, such as --at 64.`);
  }
  return {
    quantity,
    steps,
    quiet,
    digits: digitsOf(options),
    at: at === undefined ? null : wholeOf("--at", at, [4, LARGEST_BATCH], remedy),
    terms: series === undefined ? null : wholeOf("--series", series, [1, MOST_TERMS], "3 is a good start."),
    activation: activationsOf([text])[0]!,
  };
}

export function deriveCommand({ terminal, finish }: Context): Command {
  const command = new Command("derive")
    .description("closed form of a rate, an eigenvalue or the fixed point, derived step by step")
    .argument("<quantity>", "rate, mu, forward-L, ...: see below")
    .argument("<activation>", "a name or an expression in x")
    .option("--steps", "show the derivation")
    .option("--series <terms>", `expansion for large batches: 1 to ${MOST_TERMS} terms in 1/B`)
    .option("--at <B>", "value at one batch size, 4 to 1e9");
  return addFormulaOptions(command)
    .option("-q, --quiet", "in text, the formula alone")
    .addHelpText("after", examples)
    .action(async (quantity: string, text: string, options: DeriveOptions) => {
      const format = formulaFormatOf(options);
      const request = requestOf(quantity, text, options);
      // loaded here, since no other command needs the symbolic machinery
      const { answerDerivation } = await import("../answers/derivation.js");
      terminal.stopAtOnce();
      const { kind, report } = answerDerivation(request);
      const closed = kind === "closed";
      const source = format === "js" || format === "sympy";
      if (closed || !source) deliverFormula(report, format, terminal);
      else terminal.warn(`${report.text()}\n`);
      finish(closed ? exitCodes.fine : exitCodes.badInput);
    });
}
