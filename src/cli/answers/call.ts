import { type Answer, answer, kindNamed, unknownKind } from "../../call/answer.js";
import { inputsSchema, resultSchema } from "../../call/callSchema.js";
import { entriesOf } from "../../call/entriesOf.js";
import type { Kind } from "../../call/kind.js";
import { kinds } from "../../call/kinds/index.js";
import { soundnessOf } from "../../call/soundness.js";
import { renderJson } from "../../render/json.js";
import { exampleOf, kindList, kindText } from "../call/kindText.js";
import { readRequest } from "../call/readRequest.js";
import { exitCodes } from "../exitCodes.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import { work } from "../work.js";

export interface CallAnswer {
  readonly out: string;
  /** Sentences for the error stream. */
  readonly warnings: readonly string[];
  readonly exitCode: number;
}

const count = (answers: readonly Answer[], holds: (answer: Answer) => boolean) => answers.filter(holds).length;
const isDefect = (one: Answer) => "error" in one && one.error.code === "internal";
const isUnsound = (one: Answer) => "result" in one && soundnessOf(one.result).unconverged;

/** The worst that happened decides; results are there in every case. */
function judged(results: readonly Answer[], asked: number): Pick<CallAnswer, "warnings" | "exitCode"> {
  const warnings: string[] = [];
  const failed = count(results, (one) => "error" in one);
  const unsound = count(results, isUnsound);
  const [entries, have] = [asked === 1 ? "entry" : "entries", failed === 1 ? "has" : "have"];
  if (failed > 0) warnings.push(`warning: ${failed} of ${asked} ${entries} ${have} an error instead of a result`);
  if (unsound > 0)
    warnings.push(`warning: ${unsound} of ${asked} results did not reach the tolerance; their errors are shown`);
  if (results.length < asked) {
    return {
      warnings: [`stopped: ${results.length} of ${asked} results are finished`],
      exitCode: exitCodes.interrupted,
    };
  }
  if (results.some(isDefect)) return { warnings, exitCode: exitCodes.internal };
  if (failed > 0) return { warnings, exitCode: exitCodes.badInput };
  return { warnings, exitCode: unsound > 0 ? exitCodes.unsound : exitCodes.fine };
}

/** Answers the entries of a file; null where the user stopped it before it was read. Throws for what holds no entries. */
export async function answerCall(path: string, terminal: Terminal): Promise<CallAnswer> {
  const read = await readRequest(path, terminal);
  if (read === null) {
    return { out: "", warnings: ["stopped: the entries were not read"], exitCode: exitCodes.interrupted };
  }
  const entries = entriesOf(read.request);
  const { results } = await work(entries, answer, terminal);
  return { out: renderJson({ results }), ...judged(results, entries.length) };
}

const described = (kind: Kind) => {
  const { name, area, doc, inputs, result } = kind;
  return { name, area, doc, inputs: inputsSchema(inputs), result: resultSchema(result), example: exampleOf(kind) };
};

/** The list of kinds. */
export function answerKinds(json: boolean): string {
  return json ? renderJson({ kinds: kinds.map(({ name, area, doc }) => ({ name, area, doc })) }) : kindList();
}

/** One kind in full. Throws a UsageError for an unknown name. */
export function answerKind(name: string, json: boolean): string {
  const kind = kindNamed(name);
  if (kind === null) throw new UsageError(`--kind ${name}: expected the name of a kind. ${unknownKind(name).remedy}`);
  return json ? renderJson(described(kind)) : kindText(kind);
}
