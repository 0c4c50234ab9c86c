// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.503, 4.076, 1.095, 3.502, 2.123, 2.581, 2.546, 9.135, 3.68, 8.148, 4.618, 8.625, 4.086, 0.894, -1.531,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  5.052, -1.681, 1.075, 0.9, -1.497, 1.216, 1.582, 1.23, 2.283, 0.718,
];

export const verdictBias = -9.484;
