/**
 * The dashboard and the alerts name metrics, labels and files that stand elsewhere too. No Prometheus runs here; this holds
 * together what one would otherwise notice when an alert is missed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse, parseAllDocuments } from 'yaml';

// biome-ignore lint/suspicious/noExplicitAny: what the files hold is what these tests are about.
type Json = any;

interface Metric {
  kind: string;
  labels: string[];
}

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const yamlOf = (file: string): Json => {
  const [document] = parseAllDocuments(read(file), { uniqueKeys: true });
  const [problem] = [...document!.errors, ...document!.warnings];
  if (problem) throw problem;
  return document!.toJS();
};

/** Of Prometheus itself, or put there by it: our own `job` has to step back behind that of the scrape. */
const OF_PROMETHEUS = ['job', 'instance'];
/** `OURS_INSTEAD` of `libs/infra/metrics/process-metrics.ts` takes these out. */
const REPLACED = /^parley_nodejs_eventloop_lag_/;

const sources = readdirSync(path.join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => read(path.join('libs', file)))
  .join('\n');

/** What the instruments of the product say of themselves, and what prom-client brings along. */
const METRICS = new Map<string, Metric>([...ownMetrics(), ...processMetrics()]);

function* ownMetrics(): Generator<[string, Metric]> {
  const definition = /define(Counter|Histogram|Gauge)\(\{\s*name: '(\w+)',([\s\S]*?)\}\)/g;
  for (const [, kind, name, rest = ''] of sources.matchAll(definition)) {
    const [, labels = ''] = /labels: \[([^\]]*)\]/.exec(rest) ?? [];
    const names = [...labels.matchAll(/'(\w+)'/g)].map(([, label]) => label!);
    yield [`parley_${name}`, { kind: kind!.toLowerCase(), labels: names }];
  }
}

function* processMetrics(): Generator<[string, Metric]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'parley_' });
  for (const metric of registry.getMetricsAsArray() as unknown as Array<{ name: string; labelNames: string[] }>)
    if (!REPLACED.test(metric.name)) yield [metric.name, { kind: 'gauge', labels: [...metric.labelNames] }];
}

/** A histogram is three metrics on the wire. */
function metricOf(name: string): Metric | undefined {
  const plain = METRICS.get(name);
  if (plain) return plain.kind === 'histogram' ? undefined : plain;
  const whole = METRICS.get(name.replace(/_(bucket|count|sum)$/, ''));
  return whole?.kind === 'histogram' ? { ...whole, labels: [...whole.labels, 'le'] } : undefined;
}

const namesIn = (expression: string) => [...expression.matchAll(/\bparley_\w+/g)].map(([name]) => name);
const selectorsIn = (expression: string) =>
  [...expression.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g)].map(([, label, value]) => ({
      label: label!,
      value: value!,
    })),
  );
const groupsIn = (expression: string) =>
  [...expression.matchAll(/\b(?:by|without) \(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(',').flatMap((name) => name.trim() || []),
  );

const dashboards = readdirSync(path.join(ROOT, 'docker/grafana/dashboards'));
const boards: Json[] = dashboards.map((file) => JSON.parse(read(`docker/grafana/dashboards/${file}`)));
const panels: Json[] = boards.flatMap(({ panels: all }) => all).filter(({ type }: Json) => type !== 'row');
const rules: Json[] = yamlOf('docker/alerts.yml').groups.flatMap(({ rules: all }: Json) => all);
const EXPRESSIONS: Array<[string, string]> = [
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }: Json) => [`panel ${title}`, expr] as [string, string]),
  ),
  ...rules.map(({ alert, expr }): [string, string] => [`alert ${alert}`, expr]),
];

describe('the metrics', () => {
  test('are found in the sources', () => {
    expect(METRICS.size).toBeGreaterThan(40);
    expect(METRICS.get('parley_job_duration_seconds')).toEqual({ kind: 'histogram', labels: ['job', 'outcome'] });
  });
});

describe.each(EXPRESSIONS)('%s', (_name, expression) => {
  test('names metrics that there are, as they are on the wire', () => {
    const names = namesIn(expression);
    if (!/\bup\b/.test(expression)) expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !metricOf(name))).toEqual([]);
  });

  test('asks for labels that they have, with values that they may have', () => {
    const own = namesIn(expression).flatMap((name) => metricOf(name)?.labels ?? []);
    const known = [...OF_PROMETHEUS, ...own.map((label) => (label === 'job' ? 'exported_job' : label))];
    const selected = selectorsIn(expression);
    for (const label of [...selected.map((one) => one.label), ...groupsIn(expression)]) expect(known).toContain(label);
    for (const { label, value } of selected)
      if (label === 'outcome' || label === 'state') expect(sources).toContain(`'${value}'`);
  });

  test('has brackets that close, and rates of what only grows', () => {
    for (const [open, close] of ['()', '{}', '[]'].map((pair) => [...pair] as [string, string]))
      expect(expression.split(open).length).toBe(expression.split(close).length);
    for (const [, name = ''] of expression.matchAll(/\b(?:rate|increase)\((parley_\w+)/g))
      expect(name).toMatch(/_(total|bucket|count|sum)$/);
  });
});

describe('the dashboard', () => {
  test('has panels with a title, a description and a place of their own', () => {
    expect(panels.length).toBeGreaterThan(20);
    const titles = panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { title, description, gridPos } of panels) {
      expect([title, description]).not.toContain('');
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
    const places = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
    const ids = boards.flatMap(({ panels: all }) => all.map(({ id }: Json) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows every metric of the product that tells of work', () => {
    const shown = new Set(
      EXPRESSIONS.flatMap(([, expression]) => namesIn(expression)).map((name) =>
        name.replace(/_(bucket|count|sum)$/, ''),
      ),
    );
    const own = [...ownMetrics()].map(([name]) => name);
    const left = own.filter((name) => !shown.has(name) && !shown.has(name.replace(/_(bucket|count|sum)$/, '')));
    expect(left.toSorted()).toEqual(NOT_SHOWN);
  });

  test('asks the data source that is provisioned', () => {
    const [source] = yamlOf('docker/grafana/provisioning/datasources/prometheus.yml').datasources;
    for (const { datasource, targets } of panels)
      for (const asked of [datasource, ...targets.map((target: Json) => target.datasource)])
        expect(asked).toEqual({ type: source.type, uid: source.uid });
    const { services } = parse(read('docker-compose.yml'), { merge: true });
    expect(source.url).toBe('http://prometheus:9090');
    expect(services.prometheus).toBeDefined();
  });
});

/** Details of what is shown as a whole, or as counts. */
const NOT_SHOWN = [
  'parley_channel_inbound_total',
  'parley_channel_probes_total',
  'parley_integration_call_duration_seconds',
  'parley_plugin_run_duration_seconds',
  'parley_webhook_attempt_duration_seconds',
];

describe('the alerts', () => {
  const runbook = read('docs/runbook.md');
  const sections = [...runbook.matchAll(/^### ([A-Z]\w+)$/gm)].map(([, name]) => name!);

  test('have names of their own, a severity that the file explains, and a sentence', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const { labels, annotations } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/);
    }
  });

  test('each have a section of the runbook, which says what to do, and there is no section too many', () => {
    expect(sections.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
    for (const section of runbook
      .split(/^###? /m)
      .filter((text) => sections.some((name) => text.startsWith(`${name}\n`))))
      expect(section.length).toBeGreaterThan(200);
  });

  test('are about jobs that Prometheus scrapes', () => {
    const scraped = yamlOf('docker/prometheus.yml').scrape_configs.map((config: Json) => config.job_name);
    for (const [, expression] of EXPRESSIONS)
      for (const { label, value } of selectorsIn(expression)) if (label === 'job') expect(scraped).toContain(value);
  });
});

describe('the compose file', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as Json;
  const mountsOf = (name: string): Array<[string, string]> =>
    services[name].volumes.map((volume: string) => volume.split(':') as [string, string]);

  test('mounts what Prometheus is told to read', () => {
    const mounted = new Map(mountsOf('prometheus').map(([source, target]) => [target, source]));
    for (const file of yamlOf('docker/prometheus.yml').rule_files)
      expect(mounted.get(file)).toBe('./docker/alerts.yml');
    expect(mounted.get('/etc/prometheus/prometheus.yml')).toBe('./docker/prometheus.yml');
  });

  test('mounts the dashboards where Grafana looks for them', () => {
    const mounted = new Map(mountsOf('grafana').map(([source, target]) => [target, source]));
    const [provider] = yamlOf('docker/grafana/provisioning/dashboards/parley.yml').providers;
    expect(mounted.get(provider.options.path)).toBe('./docker/grafana/dashboards');
    expect(mounted.get('/etc/grafana/provisioning')).toBe('./docker/grafana/provisioning');
    const home: string = services.grafana.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH;
    expect(existsSync(path.join(ROOT, home.replace(provider.options.path, 'docker/grafana/dashboards')))).toBe(true);
  });

  test('shows figures to this machine alone, as nobody is asked who they are', () => {
    for (const name of ['prometheus', 'grafana'])
      for (const port of services[name].ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
