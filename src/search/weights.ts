// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.52, -0.04, -1.13, 3.53, 1.89, 1.52, 5.29, 4.21, 0.88, 6.47, 1.95, 4.99, 0.87, 0.98, 0.41,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  0.63, 1.72, -0.05, 0.24, -0.4, 1.13, 0.22, 3.13, 1.38, -0.65, -1.54, -2.62, -4.6, 1.3, -0.48,
];

export const verdictBias = -4.57;
