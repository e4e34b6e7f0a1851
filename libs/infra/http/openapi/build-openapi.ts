import type { INestApplication, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { DECORATORS, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { accessRuleOf } from '../access/access';
import type { Dialect } from '../dialect';
import { isRepeatable } from '../once/repeatable';
import { productVersion } from '../product-version';
import { ABOUT } from './about';
import { addExamples } from './add-examples';
import { ACCESS_EXTENSION, describeOperations, REPEATABLE_EXTENSION } from './describe-operations';
import { describeTags } from './describe-tags';
import { type DocumentedEvents, describeWebhooks } from './describe-webhooks';
import { ERROR_SCHEMA } from './error-answers';
import { nameSchemas } from './name-schemas';
import { inOpenApi31 } from './openapi31';

/** A dialect and the Nest modules whose controllers speak it. */
export interface DialectDocument {
  dialect: Dialect;
  modules: readonly Type[];
  /** What its webhooks tell. */
  events?: DocumentedEvents;
}

type SecurityScheme = Parameters<DocumentBuilder['addSecurity']>[1];

/** The OpenAPI document of one dialect: what its modules' controllers declare, and what the dialect adds to every route. */
export function buildOpenApi(
  app: INestApplication,
  { dialect, modules, events = {} }: DialectDocument,
  serverUrl: string | undefined,
): OpenAPIObject {
  const { title, description, version = productVersion(), securitySchemes, errorSchema } = dialect.docs;
  const builder = new DocumentBuilder().setTitle(title).setDescription(description).setVersion(version);
  builder.addServer(serverUrl ?? '/', 'This server.');
  for (const [name, scheme] of Object.entries(securitySchemes))
    builder.addSecurity(name, scheme as unknown as SecurityScheme);
  markAccess(app, modules);
  const head = builder.build();
  Object.assign(head.info, ABOUT);
  const document = SwaggerModule.createDocument(app, head, {
    include: [...modules],
    ignoreGlobalPrefix: true,
    extraModels: [...new Set(Object.values(events).map(({ payload }) => payload))],
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, [ERROR_SCHEMA]: errorSchema },
  };
  describeOperations(document, dialect);
  if (Object.keys(events).length > 0) describeWebhooks(document, events);
  const described = inOpenApi31(document);
  describeTags(described, dialect.docs.tags);
  nameSchemas(described);
  addExamples(described);
  return described;
}

/** Hands each route's access rule to the generator, which knows only its own metadata. */
function markAccess(app: INestApplication, modules: readonly Type[]): void {
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    if (!modules.includes(module.metatype)) continue;
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as Type).prototype;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as object;
        const extensions = Reflect.getMetadata(DECORATORS.API_EXTENSION, handler) as object | undefined;
        const marked = {
          ...extensions,
          [ACCESS_EXTENSION]: accessRuleOf(handler, metatype as Type),
          [REPEATABLE_EXTENSION]: isRepeatable(handler),
        };
        Reflect.defineMetadata(DECORATORS.API_EXTENSION, marked, handler);
      }
    }
  }
}
