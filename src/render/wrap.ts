/** Lines of at most `width` characters, broken at spaces (inside a word only where one is longer than a line). */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    let rest = line === "" ? word : `${line} ${word}`;
    if (rest.length > width && line !== "") {
      lines.push(line);
      rest = word;
    }
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
    line = rest;
  }
  return line === "" ? lines : [...lines, line];
}
