import type { TheoryError } from "../errors.js";
import type { CallError } from "./callError.js";
import { shownText, shownValue } from "./shownValue.js";

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "weights[3]" as "prob[3]", for the name `weights` -> `prob`. */
function renamed(parameter: string, names: Readonly<Record<string, string>>): string {
  const found = Object.entries(names).find(
    ([name]) => parameter.startsWith(name) && /^($|[[.,])/.test(parameter.slice(name.length)),
  );
  return found === undefined ? parameter : found[1] + parameter.slice(found[0].length);
}

/** "at most largestEpsilon" as "at most eps0". Names that are also words, such as nodes, stay in sentences. */
const withNames = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replace(/\b[a-z]+[A-Z]\w*\b/g, (word) => (Object.hasOwn(names, word) ? names[word]! : word));

/** What the library refuses, in the names of the door's inputs. */
export function theoryErrorOf(error: TheoryError, names: Readonly<Record<string, string>>): CallError {
  const { code, value } = error.details;
  const parameter = renamed(error.details.parameter, names);
  const [domain, remedy] = [withNames(error.details.domain, names), withNames(error.details.remedy, names)];
  const said =
    parameter === error.details.parameter && domain === error.details.domain && remedy === error.details.remedy
      ? sentence(error.message)
      : `${parameter} = ${shownText(value)}: expected ${domain}.`;
  const advice = capital(sentence(remedy));
  const message = said.includes(remedy) ? said : `${said} ${advice}`;
  return { code, message, parameter, value: shownValue(value), domain, remedy: advice };
}
