import { Injectable } from '@nestjs/common';
import { AddressGuard } from '#infra/http-client';
import { JsonSchemas } from '#infra/json-schema';
import { AppError, type FieldProblem, invalidInput, SECOND_MS } from '#kernel';
import { addressOf } from './manifest/plugin-manifest';
import type { PluginManifest } from './plugins.types';

/** Who registers a plugin does not wait longer for somebody else's name server. */
const RESOLVE_LIMIT_MS = 2 * SECOND_MS;

/** What can be said of a manifest only by asking others: its address, and its schemas. Not to be called in a transaction. */
@Injectable()
export class PluginChecks {
  constructor(
    private readonly addresses: AddressGuard,
    private readonly schemas: JsonSchemas,
  ) {}

  /** @throws AppError `input.invalid` naming each field that is not acceptable */
  async pass(manifest: PluginManifest): Promise<void> {
    const problems = [...(await this.addressProblems(manifest)), ...(await this.schemaProblems(manifest))];
    if (problems.length > 0) throw invalidInput(problems);
  }

  /** What cannot be told in time, or does not exist yet, passes: every call checks again what it connects to. */
  private async addressProblems(manifest: PluginManifest): Promise<FieldProblem[]> {
    const url = addressOf(manifest);
    if (url === undefined) return [];
    const waiting = Promise.withResolvers<void>();
    const timer = setTimeout(waiting.resolve, RESOLVE_LIMIT_MS);
    try {
      await Promise.race([this.addresses.checkResolved(url), waiting.promise]);
      return [];
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
      if (error.code === 'http_client.name_unknown') return [];
      return [{ field: 'entryPoint', message: `entryPoint is not accepted. ${error.message}` }];
    } finally {
      clearTimeout(timer);
    }
  }

  private async schemaProblems({ tools, configSchema }: PluginManifest): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    const look = async (field: string, schema: unknown) => {
      const fault = (await this.schemas.faultOf(schema)) ?? objectFault(schema);
      if (fault !== undefined) problems.push({ field, message: `${field} must ${fault}.` });
    };
    for (const [at, { parameters }] of tools.entries()) await look(`tools.${at}.parameters`, parameters);
    if (configSchema !== null) await look('configSchema', configSchema);
    return problems;
  }
}

function objectFault(schema: unknown): string | undefined {
  return (schema as { type?: unknown }).type === 'object' ? undefined : 'be of type object';
}
