/**
 * Where the reader is: a view and its fields, as the part of the page's address after `#`:
 * `#/rates?activation=tanh&activation=relu&batch=8`. It is the only state that a view has besides what it has computed.
 */
export interface Address {
  /** Letters, digits, hyphens and slashes; "" is the first view. */
  readonly view: string;
  /** All values of a field, by its name, in their order. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** What is longer was not made here. */
export const MAX_LENGTH = 16_384;
const MAX_FIELDS = 200;

/** Reads what stands after `#`. What cannot be read is left out. */
export function parseAddress(hash: string): Address {
  const text = hash.replace(/^#/, "").replace(/^\//, "");
  const fields = new Map<string, readonly string[]>();
  if (text.length > MAX_LENGTH) return { view: "", fields };
  const [place = "", query = ""] = splitOnce(text, "?");
  let count = 0;
  for (const [name, value] of new URLSearchParams(query)) {
    if (++count > MAX_FIELDS) break;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return { view: /^[a-z0-9/-]{0,100}$/.test(place) ? place : "", fields };
}

/** What stands after `#`, with it. */
export function writeAddress({ view, fields }: Address): string {
  const query = new URLSearchParams();
  for (const [name, values] of fields) for (const value of values) query.append(name, value);
  const text = query.toString();
  return `#/${view}${text === "" ? "" : `?${text}`}`;
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
