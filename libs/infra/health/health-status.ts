import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { SECOND_MS } from '#kernel';
import { type ComponentReport, type HealthComponent, HealthComponents } from './health-components';

/** The longest ordinary statement of the embedded engine holds up all others for so long. */
const MAX_CHECK_MS = 5 * SECOND_MS;

export interface HealthReport {
  /** `down` when an essential part is down, `degraded` when any other is not as it should be. */
  status: 'ok' | 'degraded' | 'down';
  components: Record<string, ComponentReport>;
}

/** What Terminus tells of one indicator, with what ours added to it. */
type Told = Record<string, { status: string; report?: ComponentReport }>;

/** The state of every part at this moment; all are asked at the same time, and none can hang the answer. */
@Injectable()
export class HealthStatus {
  constructor(
    private readonly components: HealthComponents,
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async read(): Promise<HealthReport> {
    const told = await this.ask();
    const asked = this.components.list();
    const reports = asked.map(({ name }): [string, ComponentReport] => [
      name,
      told[name]?.report ?? { status: 'down' },
    ]);
    return { status: overall(asked, new Map(reports)), components: Object.fromEntries(reports) };
  }

  private async ask(): Promise<Told> {
    const attempts = this.components.list().map((component) =>
      this.indicators
        .check(component.name)
        .attempt(async () => ({ report: await component.check() }))
        .withTimeout(MAX_CHECK_MS),
    );
    try {
      return (await this.checks.check(attempts)).details as Told;
    } catch (error) {
      // How Terminus tells that something is down; whoever asks us wants to know what.
      if (error instanceof ServiceUnavailableException) return (error.getResponse() as { details: Told }).details;
      throw error;
    }
  }
}

function overall(
  components: readonly HealthComponent[],
  reports: ReadonlyMap<string, ComponentReport>,
): HealthReport['status'] {
  const statuses = components.map(({ name, isEssential }) => ({ status: reports.get(name)?.status, isEssential }));
  if (statuses.some(({ status, isEssential }) => isEssential && status === 'down')) return 'down';
  return statuses.some(({ status }) => status === 'down' || status === 'degraded') ? 'degraded' : 'ok';
}
