import { bandedLine } from "../../../experiments/bandedLine.js";
import type { Line, Panel, Plot, Point } from "../../../experiments/plot.js";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { ReportData, SimulatedNetworks } from "../reportData.js";
import { batchText, networkText, sameSetting, settingText } from "../settings.js";

/** Two panels a network. */
const MOST = 16;

const spectrumOf = ({ networks }: ReportData, { network }: SimulatedNetworks): SpectrumResult | null =>
  networks.find(({ spectrum }) => spectrum.batch === network.batch && sameSetting(spectrum, network))?.spectrum ?? null;

function theoryLine(rate: number, layers: number, to: number, style: Pick<Line, "colour" | "label" | "dash">): Line {
  const at = (layer: number): Point => [layer, (to - layer) * Math.log(rate)];
  return { kind: "line", ...style, points: [at(1), at(layers)] };
}

function panelsOf(run: SimulatedNetworks, { rate, reached }: SpectrumResult): readonly Panel[] {
  const { profile, summary, network } = run;
  const { to } = summary.window;
  const places = profile.flatMap((measured, k) => (measured === null ? [] : [{ x: k + 1, measured }]));
  const setting = settingText(network);
  const title = `B = ${batchText(network.batch)}${setting === "" ? "" : `, ${setting}`}`;
  const x = { label: "layer, 1 at the input", domain: [1, profile.length] as const };
  const there = reached?.rate && reached.rate.value > 0 && reached.rate.value < Infinity ? reached.rate.value : null;
  const apart = places.map(({ x: layer, measured }) => {
    const shift = (to - layer) * Math.log(rate.value);
    return { x: layer, measured: { ...measured, value: measured.value - shift } };
  });
  return [
    {
      ...{ title, x, y: { label: "ln |gradient|²" } },
      marks: [
        ...bandedLine(places, { colour: 0, label: "simulated" }),
        theoryLine(rate.value, profile.length, to, { colour: "ink", dash: "dashed", label: "theory at BSB1" }),
        ...(there === null
          ? []
          : [theoryLine(there, profile.length, to, { colour: 1, dash: "dashed", label: "theory where networks go" })]),
      ],
    },
    {
      ...{ title: `${title}: difference`, x, y: { label: "simulated less theory" } },
      marks: [
        ...bandedLine(apart, { colour: 0 }),
        {
          kind: "line",
          colour: "ink",
          dash: "dashed",
          points: [
            [1, 0],
            [profile.length, 0],
          ],
        },
      ],
    },
  ];
}

/** Gradient norm by layer, theory and simulation; null where nothing was simulated that has a gradient. */
export function gradientFigure(data: ReportData): Plot | null {
  const runs = (data.simulation?.runs ?? []).filter(({ profile }) => profile.some((measured) => measured !== null));
  const panels = runs.slice(0, MOST).flatMap((run) => {
    const spectrum = spectrumOf(data, run);
    return spectrum === null ? [] : panelsOf(run, spectrum);
  });
  if (panels.length === 0) return null;
  const { network } = runs[0]!;
  return {
    title: `Squared gradient norm by layer, ${data.activation.text}, width ${network.width}`,
    ...{ caption: "", columns: 2, panels, metadata: {} },
  };
}

/** What the caption says of the networks that are not drawn. */
export const notDrawn = ({ simulation }: ReportData): readonly string[] =>
  (simulation?.runs ?? []).slice(MOST).map(({ network }) => networkText(network));
