/** What may stand where the cursor is, read from the program itself: what it knows now is what is offered. */
import type { Argument, Command, Option } from "commander";
import { type Candidate, type Candidates, plainWords } from "./candidate.js";
import { sourceOf } from "./sources.js";

const takesValue = (option: Option) => option.required || option.optional;

const named = (command: Command, word: string): Option | undefined =>
  command.options.find(({ long, short }) => word === long || word === short);

/** "file" of "--out <file>". */
const placeholder = ({ flags }: Option) => /[<[]([^\]>.]+)/.exec(flags)?.[1] ?? "";

async function valuesOf(command: Command, option: Option): Promise<Candidates> {
  if (option.argChoices !== undefined) return plainWords(option.argChoices);
  return (await sourceOf(command.name(), option.long ?? "", placeholder(option))?.()) ?? [];
}

async function valuesOfArgument(command: Command, argument: Argument): Promise<Candidates> {
  if (argument.argChoices !== undefined) return plainWords(argument.argChoices);
  return (await sourceOf(command.name(), argument.name(), argument.name())?.()) ?? [];
}

/** Options that are not there yet, and --help. */
function optionsOf(command: Command, given: ReadonlySet<Option>): Candidate[] {
  const left = command.options.filter((option) => !option.hidden && (option.variadic || !given.has(option)));
  const own = left.map(({ long, short, description }) => ({ word: long ?? short ?? "", said: description }));
  return [...own, { word: "--help", said: "print this help" }];
}

interface Read {
  readonly given: ReadonlySet<Option>;
  /** The option whose value the next word is. */
  readonly pending: Option | null;
  /** How many arguments there are. */
  readonly count: number;
  /** After "--" nothing is an option. */
  readonly ended: boolean;
}

function read(command: Command, words: readonly string[]): Read {
  const given = new Set<Option>();
  let pending: Option | null = null;
  let count = 0;
  let ended = false;
  for (const word of words) {
    if (pending !== null) {
      pending = null;
    } else if (!ended && word === "--") {
      ended = true;
    } else if (!ended && word.startsWith("-") && word !== "-") {
      const option = named(command, word.split("=")[0]!);
      if (option === undefined) continue;
      given.add(option);
      if (takesValue(option) && !word.includes("=")) pending = option;
    } else count += 1;
  }
  return { given, pending, count, ended };
}

async function ofCommand(command: Command, before: readonly string[], last: string): Promise<Candidates> {
  const { given, pending, count, ended } = read(command, before);
  if (pending !== null) return valuesOf(command, pending);
  if (!ended && last.startsWith("-")) {
    const equals = last.indexOf("=");
    if (equals < 0) return optionsOf(command, given);
    const option = named(command, last.slice(0, equals));
    const values = option === undefined ? [] : await valuesOf(command, option);
    // a shell that looks up files itself does so for the whole word
    if (typeof values === "string") return [];
    return values.map(({ word, said }) => ({ word: last.slice(0, equals + 1) + word, said }));
  }
  const declared = command.registeredArguments;
  const argument = declared[count] ?? (declared.at(-1)?.variadic ? declared.at(-1) : undefined);
  const values = argument === undefined ? [] : await valuesOfArgument(command, argument);
  return values.length === 0 && !ended ? optionsOf(command, given) : values;
}

/**
 * The candidates for the last of the words after the program's name, which may be empty or half of a word. Names of files and folders
 * are left to the shell.
 */
export async function candidatesFor(program: Command, words: readonly string[]): Promise<Candidates> {
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const place = before.findIndex((word) => !word.startsWith("-"));
  const command = program.commands.find((one) => one.name() === before[place]);
  if (place >= 0 && command === undefined) return [];
  const found =
    command !== undefined
      ? await ofCommand(command, before.slice(place + 1), last)
      : last.startsWith("-")
        ? optionsOf(program, new Set())
        : program.commands.map((one) => ({ word: one.name(), said: one.description() }));
  return typeof found === "string" ? found : found.filter(({ word }) => word.startsWith(last));
}
