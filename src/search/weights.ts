// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.672, -0.011, -1.13, 3.368, 1.905, 1.526, 4.216, 4.015, 1.058, 6.581, 1.932, 5.362, 1.338, 0.853, 0.452,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  -0.167, 1.826, -0.587, 0.101, 0.112, 0.546, 0.247, 3.181, 1.402, -0.921, -1.465, -2.583, -5.458, 1.264,
  -0.073, -1.11,
];

export const verdictBias = -3.492;
