import { Command } from "commander";
import type { Context } from "../context.js";
import { deliverFormula } from "../deliverFormula.js";
import { exitCodes } from "../exitCodes.js";
import { addFormulaOptions, digitsOf, type FormulaOptions, formulaFormatOf } from "../formulaOptions.js";

interface AlgebraOptions extends FormulaOptions {
  readonly assume?: readonly string[];
}

const examples = `
A formula is brought to its exact normal form. An equation is proved; refuted; verified, which means
that both sides agree to 50 digits at random points; or undecided. The exit code is 1 for those that
are refuted or undecided.

Numbers are exact: 1/3, 0.1 = 1/10, pi, e, whole numbers of any size. Every other name is a symbol.
Functions: sqrt, exp, log, sin, arccos, ..., abs, erf, gamma, beta(a, b), factorial, binomial(n, k),
pochhammer(a, k), J(alpha, c), gegenbauer(k, lambda, x), hypergeometric(a, b, c, z),
ellipticK(m), ellipticE(m), sum(f, k, a, b), integral(f, x, a, b).
Assumed unless --assume says otherwise: B >= 4, -1 < c < 1, alpha > 1/2.

Examples:
  theoria algebra "(B^2 - 1)/(B - 1) + sqrt(8)"
  theoria algebra "J(1, c) == (sqrt(1 - c^2) + (pi - arccos(c))*c)/pi"
  theoria algebra "J(3/2, c)" --at "c=-1/7" --digits 50
  theoria algebra "sqrt(x^2)" --assume "x >= 0" --format latex
  theoria algebra "gamma(n + 1)/gamma(n)" --json`;

export function algebraCommand({ terminal, finish }: Context): Command {
  const command = new Command("algebra")
    .description("exact simplification of a formula in symbols, or a test whether an equation holds")
    .argument("<formula>", "a formula such as J(2, c)^2, or an equation: left == right")
    .option("--assume <statement>", "what holds of the symbols: B >= 8, k in Integers; may be repeated", collect)
    .option("--at <list>", "value at a point: B=8,c=-1/7");
  return addFormulaOptions(command)
    .addHelpText("after", examples)
    .action(async (text: string, options: AlgebraOptions) => {
      const format = formulaFormatOf(options);
      const digits = digitsOf(options);
      // a formula without symbols needs no point
      const at = options.at ?? (options.digits === undefined ? null : "");
      // loaded here, since no other command needs the symbolic machinery
      const { answerAlgebra } = await import("../answers/algebra.js");
      terminal.stopAtOnce();
      const { report, holds } = answerAlgebra({ text, assume: options.assume ?? [], at, digits });
      deliverFormula(report, format, terminal);
      finish(holds ? exitCodes.fine : exitCodes.unsound);
    });
}

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
