// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  7.601, 2.181, 1.226, 3.722, 4.185, 2.25, 3.192, 7.124, 0.887, 6.635, 3.016, 8.566, 7.487, 1.61, -0.463,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  3.845, -0.849, 0.023, 0.306, -1.623, 1.249, 1.847, 1.744, 2.27, -0.796,
];

export const verdictBias = -9.737;
