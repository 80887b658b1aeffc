import { showError, showNumber, showValue } from "./number.js";
import { printable } from "./printable.js";
import type { Cell } from "./sheet.js";

/** What a cell says, in plain text: only digits that the error leaves standing. */
export function cellText(cell: Cell): string {
  if (cell === null) return "–";
  switch (cell.kind) {
    case "text":
    case "code":
      return printable(cell.text);
    case "number":
      return showNumber(cell.value, cell.digits);
    case "value":
      return showValue(cell.estimate, cell.digits);
    case "error":
      return showError(cell.estimate);
  }
}
