/** The number at a place that is known to be inside; 0 outside. */
export function valueAt(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}
