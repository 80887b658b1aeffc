// controls, invisible format characters (those that reverse text among them), line and paragraph separators
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text, safe for a terminal: "·" for whatever would steer it, one a UTF-16 unit, so that places in it stay put. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => (/\s/.test(character) ? " " : "·".repeat(character.length)));
}
