import type { EntryLaw } from "../../../simulation/ensembles/entryLaw.js";
import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { Slider } from "../../controls/Slider.js";
import { AtomSliders, WeightSliders } from "./AtomSliders.js";
import { lawChoices } from "./ensemble.js";
import { fitted } from "./fitted.js";
import { MatrixInput } from "./MatrixInput.js";
import { MOST_BLOCKS, type matricesFields } from "./matricesFields.js";

const lawWords: Readonly<Record<EntryLaw, string>> = {
  gaussian: "Gaussian",
  rademacher: "signs",
  uniform: "uniform",
  exponential: "exponential, skewed",
  sparse: "sparse signs",
};

type Props = Pick<FieldState<typeof matricesFields>, "values" | "set">;

const VARIANCE = { label: "Variance of the entries, times N", min: 0.05, max: 5, scale: "log" } as const;
const [PROFILE, REAL] = [
  { min: 0, max: 1e4 },
  { min: -1e4, max: 1e4 },
];

const Variance = ({ values, set }: Props) => (
  <Slider {...VARIANCE} value={values.variance} onChange={(variance) => set({ variance })} />
);
const Ratio = ({ values, set }: Props) => (
  <Slider
    {...{ label: "Rows over columns of X, p/n", value: values.ratio, min: 0.15, max: 5, scale: "log" }}
    onChange={(ratio) => set({ ratio })}
  />
);

/** The parameters of the chosen ensemble. */
export function EnsembleControls(props: Props) {
  const { values, set } = props;
  switch (values.ensemble) {
    case "wigner":
      return (
        <>
          <Variance {...props} />
          <Choice
            label="Law of the entries"
            value={values.law}
            choices={lawChoices.map((law) => [law, lawWords[law]])}
            onChange={(law) => set({ law })}
          />
        </>
      );
    case "deformed":
      return (
        <>
          <Variance {...props} />
          <AtomSliders
            {...{ name: "Eigenvalue of A", values: values.eigenvalues, weights: values.eigenweights, min: -4, max: 4 }}
            onChange={(eigenvalues, eigenweights) => set({ eigenvalues, eigenweights })}
          />
        </>
      );
    case "profile":
      return (
        <>
          <MatrixInput
            {...{
              label: "Variances of blocks, times N",
              value: values.profile,
              ...PROFILE,
              most: MOST_BLOCKS,
              added: 1,
            }}
            onChange={(profile) => set({ profile })}
          />
          <WeightSliders
            weights={values.profile.map((_, k) => values.blocks[k] ?? 1)}
            onChange={(blocks) => set({ blocks })}
          />
        </>
      );
    case "separable":
      return (
        <AtomSliders
          {...{ name: "Variance of rows", values: values.rows, weights: values.rowweights, min: 0, max: 4 }}
          onChange={(rows, rowweights) => set({ rows, rowweights })}
        />
      );
    case "kronecker":
      return (
        <>
          <MatrixInput {...{ label: "A0", value: values.mean, ...REAL, most: 3 }} onChange={(mean) => set({ mean })} />
          <MatrixInput
            {...{ label: "A1", value: fitted(values.first, values.mean.length), ...REAL }}
            onChange={(first) => set({ first })}
          />
          <MatrixInput
            {...{ label: "A2", value: fitted(values.second, values.mean.length), ...REAL }}
            onChange={(second) => set({ second })}
          />
        </>
      );
    case "wishart":
      return (
        <>
          <Ratio {...props} />
          <AtomSliders
            {...{
              name: "Variance of rows",
              values: values.population,
              weights: values.populationweights,
              min: 0,
              max: 4,
            }}
            onChange={(population, populationweights) => set({ population, populationweights })}
          />
        </>
      );
    case "chiral":
    case "centred-wishart":
      return <Ratio {...props} />;
  }
}
