// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.472, -0.061, -1.058, 3.574, 1.934, 1.539, 5.333, 4.485, 0.855, 6.47, 1.906, 5.06, 0.875, 0.95, 0.395,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  0.704, 1.562, -0.147, 0.268, 0.02, 0.889, 0.17, 3.145, 1.453, -0.695, -1.465, -2.643, -4.473, 1.291, 0.035,
  -0.448,
];

export const verdictBias = -5.047;
