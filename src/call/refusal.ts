import type { CallError } from "./callError.js";
import { shownText, shownValue } from "./shownValue.js";

/** The error of a value that is not let through; undefined is one that is missing. */
export function refusal(parameter: string, value: unknown, domain: string, remedy: string): CallError {
  const said = value === undefined ? `${parameter} is missing` : `${parameter} = ${shownText(value)}`;
  const message = `${said}: expected ${domain}. ${remedy}`;
  return { code: "domain", message, parameter, value: shownValue(value), domain, remedy };
}
