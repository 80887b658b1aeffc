/** The numbers of the view: a few epochs as a table, all of them as CSV, with the kernel that is shown as JSON. */
import type { CsvTable } from "../../../render/csv.js";
import type { Report } from "../../../render/report.js";
import { type Cell, type Column, number, type Sheet, text } from "../../../render/sheet.js";
import type { CircleNetwork, CircleRecord } from "./circleNetwork.js";
import type { NamedLook } from "./lookPlots.js";

export interface TrainedNetwork {
  readonly name: string;
  readonly network: CircleNetwork;
  readonly records: readonly CircleRecord[];
}

const DIGITS = 4;
const EARLY = [0, 3, 20];

const columns: readonly Column[] = [
  { title: "network", tex: "network", align: "left" },
  ...["epoch", "loss", "loss on top", "loss below", "paths on top", "paths below", "neurons up"].map(
    (title): Column => ({ title, tex: title, align: "decimal" }),
  ),
];

const share = (upward: number | null): Cell => (upward === null ? null : number(upward, DIGITS));

function rowOf(name: string, record: CircleRecord) {
  const { epoch, loss, top, below, pathsTop, pathsBelow, upward } = record;
  const numbers = [loss, top, below, pathsTop, pathsBelow].map((value) => number(value, DIGITS));
  return { cells: [text(name), number(epoch), ...numbers, share(upward)] };
}

/** The start, epochs 3 and 20, the one that is looked at, and the last one. */
function shownRecords(records: readonly CircleRecord[], epoch: number): readonly CircleRecord[] {
  return records.filter(
    (record, k) => EARLY.includes(record.epoch) || record.epoch === epoch || k === records.length - 1,
  );
}

export function gatesSheet(networks: readonly TrainedNetwork[], epoch: number): Sheet {
  return {
    columns,
    groups: [
      {
        title: null,
        rows: networks.flatMap(({ name, records }) =>
          shownRecords(records, epoch).map((record) => rowOf(name, record)),
        ),
      },
    ],
    remarks: [
      "Loss: mean squared error, from the training; on top and below: from formulas, with weights of six digits. Paths: mean number of active paths at a point, of step gates. Neurons up: share of the last layer's half-planes that point up within 45 degrees, a quarter by chance.",
    ],
  };
}

function csvOf(networks: readonly TrainedNetwork[]): CsvTable {
  return {
    header: ["network", "epoch", "loss", "loss_top", "loss_below", "paths_top", "paths_below", "neurons_up"],
    rows: networks.flatMap(({ name, records }) =>
      records.map((record) => [
        ...[name, record.epoch, record.loss, record.top, record.below],
        ...[record.pathsTop, record.pathsBelow, record.upward],
      ]),
    ),
  };
}

/** Weights are those of the epoch that is looked at. */
export function gatesReport(
  networks: readonly TrainedNetwork[],
  looks: readonly NamedLook[],
  { epoch, seed }: { readonly epoch: number; readonly seed: number },
): Report {
  return {
    sheet: () => gatesSheet(networks, epoch),
    csv: () => csvOf(networks),
    json: () => ({
      seed,
      networks: networks.map(({ network, records, name }) => ({
        ...{ name, ...network },
        records: records.map(({ weights: _, ...numbers }) => numbers),
        weights: records.find((record) => record.epoch === epoch)?.weights ?? null,
      })),
      looks: looks.map(({ name, look: { epoch: at, kernel, outputs, path, contribution, area } }) => ({
        ...{ name, epoch: at, kernel, outputs, path, contribution, area },
      })),
    }),
  };
}
