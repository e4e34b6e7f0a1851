import { boundedLabel, defineCounter, defineGauge, defineHistogram } from './instruments';
import { METRICS_CONTENT_TYPE, renderMetrics } from './registry';

describe('instruments', () => {
  test('count and measure under the prefix, one line per combination of labels', async () => {
    const asked = defineCounter({ name: 'test_asked_total', help: 'Asked.', labels: ['who', 'how'] });
    asked.with('ann', 'softly').add();
    asked.with('ann', 'softly').add(2);
    asked.with('bob', 'loudly').add();
    const took = defineHistogram({ name: 'test_took_seconds', help: 'Took.', buckets: [0.1, 1] });
    took.with().observe(0.5);
    const text = await renderMetrics();
    expect(text).toContain('parley_test_asked_total{who="ann",how="softly"} 3');
    expect(text).toContain('parley_test_asked_total{who="bob",how="loudly"} 1');
    expect(text).toContain('parley_test_took_seconds_bucket{le="1"} 1');
    expect(text).toContain('# TYPE parley_test_took_seconds histogram');
  });

  test('give the same cell for the same labels, so that it can be kept', () => {
    const kept = defineCounter({ name: 'test_kept_total', help: 'Kept.', labels: ['a'] });
    expect(kept.with('x')).toBe(kept.with('x'));
  });

  test('are served as the text format of Prometheus', () => {
    expect(METRICS_CONTENT_TYPE).toMatch(/^text\/plain; version=0\.0\.4/);
  });
});

describe('a gauge', () => {
  test('is read when the metrics are, from all its sources, and forgets what is no longer told', async () => {
    const rows = defineGauge({ name: 'test_rows', help: 'Rows.', labels: ['table'] });
    let bots = 2;
    rows.readFrom(() => [['bots', bots]]);
    const end = rows.readFrom(async () => [['users', 7]]);
    expect(await renderMetrics()).toMatch(/test_rows\{table="bots"\} 2\n.*test_rows\{table="users"\} 7/);
    bots = 3;
    end();
    const text = await renderMetrics();
    expect(text).toContain('test_rows{table="bots"} 3');
    expect(text).not.toContain('table="users"');
  });

  test('whose reading fails is left out, and the others are told', async () => {
    const broken = defineGauge({ name: 'test_broken', help: 'Broken.' });
    broken.readFrom(() => Promise.reject(new Error('away')));
    const sound = defineGauge({ name: 'test_sound', help: 'Sound.' });
    sound.readFrom(() => [[1]]);
    const text = await renderMetrics();
    expect(text).toContain('parley_test_sound 1');
    expect(text).not.toMatch(/^parley_test_broken \d/m);
  });
});

test('a bounded label calls what is too many "other"', () => {
  const model = boundedLabel(2);
  expect(['a', 'b', 'c', 'a', 'd'].map(model)).toEqual(['a', 'b', 'other', 'a', 'other']);
});
