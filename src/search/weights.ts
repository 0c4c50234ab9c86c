// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.52, -0.04, -1.13, 3.53, 1.9, 1.52, 5.29, 4.22, 0.88, 6.47, 1.94, 5, 0.87, 0.98, 0.41,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  0.57, 1.08, 0.85, 0.28, -0.48, 1.15, 0.23, 3.12, 1.38, -0.66, -1.56, -2.61, -4.56, 1.3, -0.48,
];

export const verdictBias = -4.46;
