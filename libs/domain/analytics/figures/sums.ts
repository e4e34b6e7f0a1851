/** Sums of counters in a time, by the name of the counter. */
export type Sums = (counter: string) => number;

/** Sums by place, as `segmentsOf` numbers them; a place where nothing was counted is not there. */
export interface PlacedSums {
  places: readonly number[];
  /** By counter, in the order of the places. */
  columns: ReadonlyMap<string, readonly number[]>;
}

/**
 * The sums of times of which each begins where the one before ends. They stand in columns: two years of days with 33
 * counters are 24,000 numbers, and an object for each day takes longer to fill than the rest of a report.
 */
export class TimeSums {
  private readonly columns: ReadonlyMap<string, Float64Array>;

  /** All sums are whole numbers below 2^53, so that nothing is lost by taking away. */
  constructor(times: number, { places, columns }: PlacedSums) {
    this.columns = new Map([...columns].map(([name, column]) => [name, withEdges(times, places, column)]));
  }

  at(time: number): Sums {
    return (counter) => this.columnOf(counter)[time] ?? 0;
  }

  /** Of this time and all that follow it. */
  totalFrom(time: number): Sums {
    return (counter) =>
      this.columnOf(counter)
        .subarray(time)
        .reduce((total, sum) => total + sum, 0);
  }

  private columnOf(counter: string): Float64Array {
    const column = this.columns.get(counter);
    if (!column) throw new Error(`The counter ${counter} was not read.`);
    return column;
  }
}

/** Each time, with the edge at its end and without the one at its beginning. */
function withEdges(times: number, places: readonly number[], column: readonly number[]): Float64Array {
  const byPlace = new Float64Array(2 * times + 1);
  for (let row = 0; row < places.length; row += 1) byPlace[places[row]!] = column[row]!;
  const sums = byPlace.slice(0, times);
  for (let at = 0; at < times; at += 1) sums[at]! += byPlace[times + at + 1]! - byPlace[times + at]!;
  return sums;
}
