/** Whether two models that judged the same examples differ by more than chance: from those that one of them alone got right. */

/** Half of the normal distribution's 95 % interval, in standard deviations. */
const Z_95 = 1.96;

/** That one model would be right alone `count` times or more of `discordant`, if both were as good (one-sided binomial). */
export function tailProbability(count: number, discordant: number): number {
  let logarithm = -discordant * Math.LN2;
  let sum = 0;
  for (let at = 0; at <= discordant; at++) {
    if (at >= count) sum += Math.exp(logarithm);
    logarithm += Math.log(discordant - at) - Math.log(at + 1);
  }
  return Math.min(1, sum);
}

/** McNemar's test, exact and two-sided. */
export function differenceProbability(gained: number, lost: number): number {
  return Math.min(1, 2 * tailProbability(Math.max(gained, lost), gained + lost));
}

/** Of the difference of both accuracies, 95 %: Agresti and Min 2005, which holds for few examples, too. */
export function differenceInterval(gained: number, lost: number, examples: number): [low: number, high: number] {
  const total = examples + 2;
  const [more, less] = [gained + 0.5, lost + 0.5];
  const middle = (more - less) / total;
  const deviation = Math.sqrt(more + less - (more - less) ** 2 / total) / total;
  return [Math.max(-1, middle - Z_95 * deviation), Math.min(1, middle + Z_95 * deviation)];
}
