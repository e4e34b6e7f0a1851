/**
 * How a model's numbers become probabilities: `1 / (1 + exp(-slope * (x - middle)))`, where x is the number itself or,
 * of scores that are probabilities already, their log-odds.
 */
export interface Curve {
  scale: 'linear' | 'log-odds';
  slope: number;
  /** Where as much speaks for as against. */
  middle: number;
}

/** As stored with a model. */
export interface Calibration {
  /** The vector space, or what else makes the scores, that it was found in. */
  space: string;
  /** Of the families and the method that found it. */
  edition: number;
  /** How often a text that answers got a higher number than one that does not, 0 to 1; half of these are lures. */
  auc: number;
  /** Null: the model does not tell them apart. */
  curve: Curve | null;
}
