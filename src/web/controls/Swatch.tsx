import { shadesOf } from "../../render/plot/palette.js";
import { scheme } from "../app/scheme.js";

interface Props {
  /** The colour of that number in a picture. */
  readonly index: number;
}

/** Colours come again after these: lines then carry squares. */
const COLOURS = 6;

/** The line that a field has in the picture. */
export function Swatch({ index }: Props) {
  const colour = shadesOf(index)[scheme.value];
  return (
    <svg class="swatch" width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      <path d="M1 6H21" stroke={colour} stroke-width="2.5" stroke-linecap="round" />
      {index >= COLOURS && <rect x="7.5" y="2.5" width="7" height="7" fill={colour} />}
    </svg>
  );
}
