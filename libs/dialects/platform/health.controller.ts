import { Get } from '@nestjs/common';
import { HealthStatus, Liveness } from '#infra/health';
import { AdminOnly, Answers, MainController, Public, productVersion, Refuses, Summary, success } from '#infra/http';
import { Clock } from '#kernel';
import { DetailedHealth, Health } from './health.dto';

@MainController('health', { tag: 'Health' })
export class HealthController {
  constructor(
    private readonly liveness: Liveness,
    private readonly status: HealthStatus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Summary('Show liveness', 'Never throttled. 503 once the server is asked to stop, so that balancers send no more.')
  @Answers(200, Health)
  @Refuses(503)
  show() {
    const health: Health = { status: 'ok', uptime: this.liveness.uptimeSeconds(), ...this.stamp() };
    return success(health);
  }

  @Get('status')
  @AdminOnly()
  @Summary('Show detailed status', 'Of every part at this moment; 200 also when something is down.')
  @Answers(200, DetailedHealth)
  async showDetails() {
    const { status, components } = await this.status.read();
    const health: DetailedHealth = { status, components, uptime: process.uptime(), ...this.stamp() };
    return success(health);
  }

  private stamp(): { timestamp: string; version: string } {
    return { timestamp: this.clock.now().toISOString(), version: productVersion() };
  }
}
