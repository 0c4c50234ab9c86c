// Written by `npm run fit:search`.

/** What each feature of a hit adds to its rank. */
export const rankWeights: readonly number[] = [
  8.515, 2.477, 1.61, 4.349, 2.275, 2.98, 5.911, 13.178, 4.761, 8.46, 3.904, 9.413, 4.917, -1.009, -1.746,
];

/** What each piece of evidence adds to "the first hit answers"; the bias puts the border at 0. */
export const verdictWeights: readonly number[] = [
  4.228, -1.287, 0.268, 0.505, -0.655, 0.712, 1.529, 1.436, 2.166, 0.019,
];

export const verdictBias = -8.846;
