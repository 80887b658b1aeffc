/** The text { "data": [[...], ...] } of rows of numbers, with the first `count` rows only: a small part of a large file is then parsed. */
export function firstRows(text: string, count: number): string {
  let end = -1;
  for (let k = 0; k < count; k++) {
    const next = text.indexOf("]", end + 1);
    if (next < 0 || text[next + 1] === "]") return text;
    end = next;
  }
  return `${text.slice(0, end + 1)}]}`;
}
