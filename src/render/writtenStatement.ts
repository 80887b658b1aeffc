import { propositionToJson } from "../symbolic/format/json.js";
import { texOf } from "../symbolic/format/tex.js";
import { textOf } from "../symbolic/format/text.js";
import type { Proposition } from "../symbolic/proposition.js";

/** One statement in several languages, as schema/output.schema.json has it. */
export const writtenStatement = (statement: Proposition) => ({
  text: textOf(statement),
  latex: texOf(statement),
  json: propositionToJson(statement),
});
