/**
 * Whether some permutation meets true entries only: the permanent of the 0/1 matrix is positive. By augmenting paths, O(n^3).
 *
 * Source: H. W. Kuhn, Naval Res. Logist. Quart. 2 (1955) 83-97.
 */
export function hasPerfectMatching(rows: readonly (readonly boolean[])[]): boolean {
  const rowOf = new Array<number>(rows.length).fill(-1);
  const place = (row: number, tried: boolean[]): boolean => {
    for (let column = 0; column < rows.length; column++) {
      if (!rows[row]![column] || tried[column]) continue;
      tried[column] = true;
      if (rowOf[column]! < 0 || place(rowOf[column]!, tried)) {
        rowOf[column] = row;
        return true;
      }
    }
    return false;
  };
  return rows.every((_, row) => place(row, new Array<boolean>(rows.length).fill(false)));
}
