import { Command } from "commander";
import { printable } from "../render/printable.js";
import { presetNames } from "../symbolic/activation/presets.js";
import { activationCommand } from "./commands/activation.js";
import { algebraCommand } from "./commands/algebra.js";
import { callCommand } from "./commands/call.js";
import { checkCommand } from "./commands/check.js";
import { completionCommand } from "./commands/completion.js";
import { deriveCommand } from "./commands/derive.js";
import { dynamicsCommand } from "./commands/dynamics.js";
import { dysonCommand } from "./commands/dyson.js";
import { errataCommand } from "./commands/errata.js";
import { experimentCommand } from "./commands/experiment.js";
import { exploreCommand } from "./commands/explore.js";
import { figureCommand } from "./commands/figure.js";
import { gegenbauerCommand } from "./commands/gegenbauer.js";
import { hessianCommand } from "./commands/hessian.js";
import { kernelCommand } from "./commands/kernel.js";
import { rateCommand } from "./commands/rate.js";
import { reportCommand } from "./commands/report.js";
import { showCommand } from "./commands/show.js";
import { simulateCommand } from "./commands/simulate.js";
import { spectrumCommand } from "./commands/spectrum.js";
import { theoremsCommand } from "./commands/theorems.js";
import { transitionCommand } from "./commands/transition.js";
import type { Context } from "./context.js";
import { version } from "./version.js";

const HELP_WIDTH = 100;

function activationHelp(): string {
  const lines: string[] = [];
  for (const name of presetNames) {
    const last = lines.at(-1);
    if (last !== undefined && `${last}, ${name}`.length <= 96) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`  ${name}`);
  }
  return `
Activations by name:
${lines.join(",\n")}
or as an expression in x:
  tanh(2*x), max(x, 0), x/(1 + exp(-x)), x > 0 ? x : 0.1*x, x + x^3, relu(x)^1.5

Exit codes: 0 fine; 1 an error above the tolerance, methods that disagree, or a statement that is
not shown to hold; 2 bad input, or no closed form; 130 interrupted; 70 a defect in theoria.

Examples:
  theoria rate tanh --batch 8,64,512
  theoria spectrum relu --batch 64
  theoria derive rate relu --steps
  theoria rate --help`;
}

const byLine = (text: string) => text.split("\n").map(printable).join("\n");

export function createProgram(context: Context): Command {
  const { terminal } = context;
  const program = new Command("theoria")
    .description(
      "Theory of neural networks, computed: batch normalisation, students and teachers, random matrices, path experts. Every number comes with its error.",
    )
    .version(version, "-V, --version", "print the version")
    .addHelpText("after", activationHelp());
  const commands = [
    rateCommand,
    spectrumCommand,
    gegenbauerCommand,
    kernelCommand,
    activationCommand,
    transitionCommand,
    dynamicsCommand,
    deriveCommand,
    algebraCommand,
    simulateCommand,
    hessianCommand,
    theoremsCommand,
    showCommand,
    checkCommand,
    errataCommand,
    dysonCommand,
    experimentCommand,
    figureCommand,
    reportCommand,
    exploreCommand,
    callCommand,
    completionCommand,
  ];
  for (const make of commands) program.addCommand(make(context));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption("-h, --help", "print this help")
      .configureOutput({
        writeOut: (text) => terminal.write(text),
        writeErr: (text) => terminal.warn(text),
        outputError: (text, write) => write(byLine(text)),
        getOutHelpWidth: () => HELP_WIDTH,
        getErrHelpWidth: () => HELP_WIDTH,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  }
  return program.helpCommand(false);
}
