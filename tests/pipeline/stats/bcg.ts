/** Thirteen trials of a vaccine (Colditz et al. 1994, JAMA 271): the usual example of means that differ; log risk ratios. */
const trials = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

export const bcg = trials.map(([ill, well, controlIll, controlWell]) => ({
  mean: Math.log(ill / (ill + well)) - Math.log(controlIll / (controlIll + controlWell)),
  variance: 1 / ill - 1 / (ill + well) + 1 / controlIll - 1 / (controlIll + controlWell),
}));

/** Closer together than chance puts them. */
export const alike = [2, 2.01, 1.99].map((mean) => ({ mean, variance: 1 }));
