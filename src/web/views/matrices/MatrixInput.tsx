import { useId } from "preact/hooks";
import type { Rows } from "./ensemble.js";

interface Props {
  readonly label: string;
  readonly value: Rows;
  readonly min: number;
  readonly max: number;
  /** Rows at most; left out where the size is not one's own to choose. */
  readonly most?: number;
  /** On the diagonal of a row that is added; default 0. */
  readonly added?: number;
  readonly onChange: (value: Rows) => void;
}

const withEntry = (rows: Rows, at: readonly [number, number], value: number): Rows =>
  rows.map((row, i) =>
    row.map((entry, j) => ((i === at[0] && j === at[1]) || (i === at[1] && j === at[0]) ? value : entry)),
  );

const resized = (rows: Rows, count: number, added: number): Rows =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (__, j) => rows[i]?.[j] ?? (i === j ? added : 0)),
  );

/** A small symmetric matrix: an entry and its mirror change together. */
export function MatrixInput({ label, value, min, max, most, added = 0, onChange }: Props) {
  const id = useId();
  return (
    <fieldset class="matrix" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      {value.map((row, i) => (
        <div class="row" key={i}>
          {row.map((entry, j) => (
            <input
              key={j}
              type="number"
              aria-label={`${label}, row ${i + 1}, column ${j + 1}`}
              min={min}
              max={max}
              step={0.1}
              value={entry}
              onInput={({ currentTarget }) => {
                const typed = currentTarget.valueAsNumber;
                if (typed >= min && typed <= max) onChange(withEntry(value, [i, j], typed));
              }}
              onBlur={({ currentTarget }) => {
                currentTarget.value = String(entry);
              }}
            />
          ))}
        </div>
      ))}
      {most !== undefined && (
        <div class="actions">
          <button
            type="button"
            disabled={value.length >= most}
            onClick={() => onChange(resized(value, value.length + 1, added))}
          >
            More rows
          </button>
          <button
            type="button"
            disabled={value.length <= 1}
            onClick={() => onChange(resized(value, value.length - 1, added))}
          >
            Fewer rows
          </button>
        </div>
      )}
      <span id={`${id}-hint`} class="remark" hidden>
        Symmetric: an entry and its mirror change together.
      </span>
    </fieldset>
  );
}
