/** What a training has shown: moments in their order, and where it left all bounds. */
export interface Recorded<Moment> {
  readonly records: readonly Moment[];
  readonly divergedAt: number | null;
}

export const recorded = {
  add: <Moment>(state: Recorded<Moment> | null, moment: Moment): Recorded<Moment> => ({
    records: [...(state?.records ?? []), moment],
    divergedAt: null,
  }),
  close: <Moment>(
    state: Recorded<Moment> | null,
    { divergedAt }: { readonly divergedAt: number | null },
  ): Recorded<Moment> => ({ records: state?.records ?? [], divergedAt }),
};
