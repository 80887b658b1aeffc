/** The options of `theoria figure`, as they were typed. */
export interface FigureOptions {
  readonly out?: string;
  readonly from?: string;
  readonly scale?: string;
  readonly quick?: true;
  readonly full?: true;
  readonly seeds?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly data?: string;
  readonly json?: true;
  readonly quiet?: true;
}
