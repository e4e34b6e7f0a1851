import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIALECTS, platform } from '#dialects';
import { mountDocs } from '#infra/http';
import { MAIN_API_MODULES } from './api.module';

/** Serves one OpenAPI document per dialect, their union, and the docs page. */
export function mountOpenApi(app: NestFastifyApplication): void {
  const documented = DIALECTS.map(({ dialect, modules, events }) => ({
    dialect,
    modules: dialect === platform ? [...MAIN_API_MODULES, ...modules] : [...modules],
    ...(events ? { events: events.events } : {}),
  }));
  mountDocs(app, documented);
}
