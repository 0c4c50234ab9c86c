// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  9.384, -0.225, -0.861, 2.819, 1.581, 1.671, 4.507, 3.865, 1.382, 5.331, 2.096, 5.301, 1.64, 0.949, 0.613,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  -0.567, 1.255, -0.981, 0.057, -0.01, 0.281, 0.951, 3.36, 1.381, -1.287, -2.384, -2.553, -5.283, 0.942,
  -0.064, -0.89,
];

export const verdictBias = -3.377;
