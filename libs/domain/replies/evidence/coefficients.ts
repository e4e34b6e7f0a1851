export const unitCoefficients = {
  bm25: 1.52,
  coverage: 1.29,
  contextCoverage: 4.72,
  titleCoverage: 2.45,
  titleShare: 1.2,
  pairShare: 0.42,
  gramShare: 3.83,
  neighbour: 0.03,
  previousCoverage: -0.45,
  nextCoverage: -0.1,
  coverageWithPrevious: 3,
  passageCoverage: -1.63,
  quantitySign: 3.34,
  personSign: 1.54,
  placeSign: 1.61,
  reasonSign: 2.54,
  mannerSign: 0.9,
  contactSign: 3.5,
  isQuestion: -2.16,
  logLength: -0.38,
  passageOdds: 0.3,
  oddsBehindBest: 0.26,
};

export const foundCoefficients = {
  intercept: 2.2,
  searchOdds: 0.91,
  secondOdds: 0.54,
  thirdOdds: 0.03,
  coverage: 3.1,
  passageCoverage: -1.58,
  titleMatch: 2,
  missingQuantity: -0.7,
  missingName: -1.38,
  missingContact: -3,
};

export const replyCoefficients = {
  intercept: -0.2,
  odds: 1,
  oddsAboveBend: -0.5,
};
