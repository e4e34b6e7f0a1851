import { applyDecorators, Controller, UseGuards } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { type AccessRule, accessRuleOf } from '../access/access';
import { AccessGuard } from '../access/access.guard';
import { spendsBudget } from '../admission/spending';
import { deprecationOf } from '../deprecation';
import { isRepeatable } from '../once/repeatable';
import { takesRawBody } from '../raw/raw-body';
import { fileRulesOf, takesUpload } from '../uploads/accepts-upload';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of routes behind `AccessGuard`; asked for late, since decorators above this one may add to it. */
    access?: () => AccessRule;
    /** Whether the route reads multipart forms. */
    takesUpload?: boolean;
    /** Media types of bodies that the route takes for a file. */
    fileTypes?: readonly string[];
    /** Of a file, where the route has a limit of its own. */
    maxFileBytes?: number;
    /** Whether the route reads its body as it was sent. */
    takesRawBody?: boolean;
    /** Whether the route does not look at an `Idempotency-Key`. */
    isRepeatable?: boolean;
  }
}

export interface ControllerOptions {
  /** Heading in the docs. */
  tag: string;
}

/** A controller of any dialect, with its full path. */
export function DialectController(path: string, { tag }: ControllerOptions): ClassDecorator {
  return applyDecorators(Controller(path), UseGuards(AccessGuard), ApiTags(tag), publishAccess);
}

/** A controller of the main API; `path` is below `/api/v1`, empty for a controller that spans several. */
export function MainController(path: string, options: ControllerOptions): ClassDecorator {
  return DialectController(`api/v1/${path}`, options);
}

/** Tells Fastify each route's access rule, so that a stranger is refused before the body is read. */
function publishAccess(controller: object): void {
  const { prototype } = controller as { prototype: object };
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const handler = (prototype as Record<string, object>)[name] as object;
    const config = {
      access: () => accessRuleOf(handler, controller),
      takesUpload: takesUpload(handler),
      ...fileRulesOf(handler),
      takesRawBody: takesRawBody(handler),
      isRepeatable: isRepeatable(handler),
      spends: spendsBudget(handler),
      deprecation: deprecationOf(handler),
    };
    RouteConfig(config)(prototype, name, { value: handler });
  }
}
