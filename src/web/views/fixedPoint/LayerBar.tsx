import { useId } from "preact/hooks";
import { usePlay, useStillness } from "./usePlay.js";

interface Props {
  readonly layer: number;
  /** The last one that is known. */
  readonly last: number;
  readonly onGo: (layer: number) => void;
}

/** Which layer is seen: a slider, and a button that goes through them where motion is welcome. */
export function LayerBar({ layer, last, onGo }: Props) {
  const id = useId();
  const still = useStillness();
  const { playing, play, pause } = usePlay(layer, last, onGo);
  return (
    <div class="layers">
      <label for={id}>Layer {layer}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={layer}
        aria-valuetext={`layer ${layer} of ${last}`}
        onInput={({ currentTarget }) => {
          pause();
          onGo(currentTarget.valueAsNumber);
        }}
      />
      <span class="actions">
        {!still && (
          <button type="button" onClick={playing ? pause : play}>
            {playing ? "Pause" : "Play"}
          </button>
        )}
        <button type="button" disabled={layer >= last} onClick={() => onGo(Math.min(last, layer + 1))}>
          Next layer
        </button>
        <button type="button" disabled={layer >= last} onClick={() => onGo(last)}>
          Last
        </button>
      </span>
    </div>
  );
}
