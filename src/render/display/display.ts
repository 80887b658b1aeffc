/** What a notebook shows instead of an object's properties: the same thing in several MIME types, of which the front end takes the best that it knows. */

/** The method that Jupyter kernels for JavaScript look for; in a Deno notebook it is `Deno.jupyter.$display`. */
export const $display: unique symbol = Symbol.for("Jupyter.display");

/** MIME type -> text. "text/plain" is always there. */
export type MimeBundle = Readonly<Record<string, string>> & { readonly "text/plain": string };

/** An answer to look at, frozen. Outside notebooks its texts are read from `mime`. */
export interface Display {
  readonly mime: MimeBundle;
  readonly [$display]: () => MimeBundle;
  /** The plain text. */
  readonly toString: () => string;
}

export function displayOf(bundle: MimeBundle): Display {
  const mime = Object.freeze({ ...bundle });
  return Object.freeze({ mime, [$display]: () => mime, toString: () => mime["text/plain"] });
}
