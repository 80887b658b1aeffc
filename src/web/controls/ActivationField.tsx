import { useEffect, useId, useRef } from "preact/hooks";
import { isTheoryError, showPlace } from "../../errors.js";
import { useTask } from "../engine/useTask.js";
import { Swatch } from "./Swatch.js";
import { suggestions } from "./suggestions.js";

export { suggestions };

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Shows the button that takes it away. */
  readonly onRemove?: () => void;
  /** The Enter key. */
  readonly onEnter?: () => void;
  /** Shows the colour of its line. */
  readonly colour?: number;
  /** Takes the focus when it appears. */
  readonly focus?: boolean;
}

const MAX_LENGTH = 2000;

/** An activation as text: a name or an expression in x. What is wrong with it is shown below, with a caret, while it is typed. */
export function ActivationField({ label, value, onChange, onRemove, onEnter, colour, focus = false }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const empty = value.trim() === "";
  const found = useTask("facts", empty ? null : value);
  const error = empty ? null : found.error;
  const place = isTheoryError(error) ? error.details.place : undefined;
  useEffect(() => {
    if (focus) input.current?.focus();
  }, []);
  return (
    <div class="control activation">
      <label for={id}>
        {colour !== undefined && <Swatch index={colour} />}
        {label}
      </label>
      <span class="row">
        <input
          ref={input}
          id={id}
          type="text"
          list={`${id}-list`}
          value={value}
          maxLength={MAX_LENGTH}
          placeholder="a name, or an expression in x"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing || onEnter === undefined) return;
            event.preventDefault();
            onEnter();
          }}
        />
        {onRemove !== undefined && (
          <button type="button" aria-label={`Remove ${empty ? label : value}`} onClick={onRemove}>
            ×
          </button>
        )}
      </span>
      <datalist id={`${id}-list`}>
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div id={`${id}-error`} class="error" role="status">
        {error !== null && (
          <>
            {place !== undefined && <pre>{showPlace(place)}</pre>}
            <p>{error.message.split("\n")[0]}</p>
          </>
        )}
      </div>
    </div>
  );
}
