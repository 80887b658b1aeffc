import { useId } from "preact/hooks";
import { isTheoryError, showPlace } from "../../errors.js";
import { useTask } from "../engine/useTask.js";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Shows the button that takes it away. */
  readonly onRemove?: () => void;
}

const MAX_LENGTH = 2000;

/** Names that read without parameters, for the list of suggestions. */
export const suggestions = [
  ...[
    "identity",
    "relu",
    "leaky_relu(0.2)",
    "relu_power(0.8)",
    "hardtanh",
    "relu6",
    "gelu",
    "silu",
    "mish",
    "elu",
    "selu",
  ],
  ...[
    "tanh",
    "erf",
    "sigmoid",
    "softplus",
    "sin(x)",
    "x^2",
    "exp(x)",
    "x > 0 ? x : 0.1*x",
    "max(x, 0) - max(x - 1, 0)",
  ],
] as const;

/** An activation as text: a name or an expression in x. What is wrong with it is shown below, with a caret, while it is typed. */
export function ActivationField({ label, value, onChange, onRemove }: Props) {
  const id = useId();
  const { error } = useTask("facts", value);
  const place = isTheoryError(error) ? error.details.place : undefined;
  return (
    <div class="control activation">
      <label for={id}>{label}</label>
      <span class="row">
        <input
          id={id}
          type="text"
          list={`${id}-list`}
          value={value}
          maxLength={MAX_LENGTH}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        {onRemove !== undefined && (
          <button type="button" aria-label={`Remove ${value}`} onClick={onRemove}>
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
