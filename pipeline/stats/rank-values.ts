/** Ranks of numbers from the smallest up; numbers in, ranks from 1 out. Source: mid-ranks, Kendall (1948), Rank Correlation Methods. */

/**
 * In the order given; equal numbers share the mean of the ranks they take up. No numbers give none.
 *
 * @example rankValues([30, 10, 20, 10]) // 4, 1.5, 3, 1.5
 */
export function rankValues(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && valueAt(values, order, last + 1) === valueAt(values, order, first)) last++;
    for (let place = first; place <= last; place++) ranks[order[place] as number] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

const valueAt = (values: readonly number[], order: readonly number[], place: number): number =>
  values[order[place] as number] as number;
