/**
 * Typed constructors of instruments. prom-client takes an object of labels at each observation; here the labels are
 * given once, by position, and what comes back (a cell) is kept, so that a count on a hot path is a map look-up.
 *
 * Labels must come from a small set that no caller can extend: every combination is kept for the life of the process.
 * Where values come from outside, `boundedLabel` keeps them few.
 */
import { Counter, Gauge, Histogram } from 'prom-client';
import { METRIC_PREFIX, registry } from './registry';

export interface InstrumentOptions<Labels extends readonly string[]> {
  /** Without the prefix; ends with its unit, e.g. `job_duration_seconds`, or with `_total`. */
  name: string;
  help: string;
  labels?: Labels;
}

/** One value for each label, in their order. */
export type LabelValues<Labels extends readonly string[]> = { [Index in keyof Labels]: string };

export interface CounterCell {
  add(amount?: number): void;
}

export interface HistogramCell {
  observe(value: number): void;
}

export interface Instrument<Labels extends readonly string[], Cell> {
  with(...values: LabelValues<Labels>): Cell;
}

export function defineCounter<const Labels extends readonly string[] = readonly []>(
  options: InstrumentOptions<Labels>,
): Instrument<Labels, CounterCell> {
  const counter = new Counter(configurationOf(options));
  return cells(options, (labels) => ({ add: (amount = 1) => counter.inc(labels, amount) }));
}

export function defineHistogram<const Labels extends readonly string[] = readonly []>(
  options: InstrumentOptions<Labels> & {
    /** Upper bounds, ascending, in the unit of the name. */
    buckets: readonly number[];
  },
): Instrument<Labels, HistogramCell> {
  const histogram = new Histogram({ ...configurationOf(options), buckets: [...options.buckets] });
  return cells(options, (labels) => ({ observe: (value) => histogram.observe(labels, value) }));
}

export type GaugeReading<Labels extends readonly string[]> = readonly [...values: LabelValues<Labels>, value: number];

export interface CollectedGauge<Labels extends readonly string[]> {
  /** Takes its readings from `read` from now on, whenever the metrics are read; the result ends that. */
  readFrom(read: () => Iterable<GaugeReading<Labels>> | Promise<Iterable<GaugeReading<Labels>>>): () => void;
}

/** A gauge that is read when the metrics are. A reading that fails leaves the gauge out; it never fails the page. */
export function defineGauge<const Labels extends readonly string[] = readonly []>(
  options: InstrumentOptions<Labels>,
): CollectedGauge<Labels> {
  const names = options.labels ?? [];
  const sources = new Set<() => Iterable<GaugeReading<Labels>> | Promise<Iterable<GaugeReading<Labels>>>>();
  new Gauge<string>({
    ...configurationOf(options),
    async collect() {
      const readings = await Promise.allSettled([...sources].map(async (read) => [...(await read())]));
      this.reset();
      // A gauge without labels is reset to 0, which nobody has read.
      if (names.length === 0) this.remove({});
      for (const reading of readings.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))) {
        const values = reading.slice(0, -1) as string[];
        this.inc(labelsOf(names, values), reading.at(-1) as number);
      }
    },
  });
  return {
    readFrom: (read) => {
      sources.add(read);
      return () => sources.delete(read);
    },
  };
}

/** What comes after the first `maxValues` different values is called `other`. */
export function boundedLabel(maxValues: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= maxValues) return 'other';
    known.add(value);
    return value;
  };
}

function configurationOf({ name, help, labels = [] as never }: InstrumentOptions<readonly string[]>) {
  return { name: METRIC_PREFIX + name, help, labelNames: [...labels], registers: [registry] };
}

function cells<Labels extends readonly string[], Cell>(
  { labels }: InstrumentOptions<Labels>,
  make: (labels: Record<string, string>) => Cell,
): Instrument<Labels, Cell> {
  const known = new Map<string, Cell>();
  return {
    with: (...values) => {
      const key = values.length === 1 ? (values[0] as string) : values.join('\n');
      let cell = known.get(key);
      if (cell === undefined) {
        cell = make(labelsOf(labels ?? [], values as readonly string[]));
        known.set(key, cell);
      }
      return cell;
    },
  };
}

function labelsOf(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
