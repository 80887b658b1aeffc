/** How much room text needs, without a font at hand: widths of the common sans-serif fonts, rounded up. */

const WIDE = /[mwMW@%—…]/;
const NARROW = /[ilj.,:;'|!()[\]\s·]/;
const CAPITAL = /[A-Z<>=+−–×]/;

function emOf(character: string): number {
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 1;
  return CAPITAL.test(character) ? 0.74 : 0.6;
}

/** An upper estimate of the width in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * fontSize;
}

/** Lines of at most `width` pixels; a word that is wider is broken. */
export function wrapText(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const push = (word: string): void => {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= width) {
      line = longer;
      return;
    }
    if (line !== "") {
      lines.push(line);
      line = "";
      push(word);
      return;
    }
    const characters = [...word];
    let fits = 1;
    while (fits < characters.length && textWidth(characters.slice(0, fits + 1).join(""), fontSize) <= width) fits++;
    lines.push(characters.slice(0, fits).join(""));
    if (fits < characters.length) push(characters.slice(fits).join(""));
  };
  for (const word of text.split(/\s+/).filter((part) => part !== "")) push(word);
  return line === "" ? lines : [...lines, line];
}
