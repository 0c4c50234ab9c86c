// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.47, -0.06, -1.06, 3.57, 1.93, 1.54, 5.33, 4.49, 0.86, 6.47, 1.91, 5.06, 0.87, 0.95, 0.4,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  0.63, 1.63, 0.02, 0.27, -0.34, 1.11, 0.18, 3.14, 1.37, -0.7, -1.53, -2.66, -4.59, 1.3, -0.46,
];

export const verdictBias = -4.53;
