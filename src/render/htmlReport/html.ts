/** Markup that is safe by construction: what stands between the parts of a template is escaped unless it is markup itself. */
import { escapeXml } from "../plot/escapeXml.js";
import { printable } from "../printable.js";

export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[];

/** Markup from a source that has escaped all that it was given. */
export const raw = (markup: string): Html => Object.freeze({ markup });

export const nothing: Html = raw("");

/** What would steer a page or reverse text does not come through, markup in text neither. */
export const escapeHtml = (text: string): string => escapeXml(printable(text));

function markupOf(value: Value): string {
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("\n");
}

/** html`<p>${text}</p>`: text is escaped, a list of markup stands in lines. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  raw(parts.map((part, k) => (k === 0 ? part : markupOf(values[k - 1]!) + part)).join(""));

export const joined = (items: readonly Html[]): Html => raw(items.map(({ markup }) => markup).join("\n"));
