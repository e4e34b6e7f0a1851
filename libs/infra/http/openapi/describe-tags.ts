import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './schemas-in';

/** Lists the headings of the operations, in the order in which these come. */
export function describeTags(document: OpenAPIObject, descriptions: Readonly<Record<string, string>> = {}): void {
  const names = new Set(operationsIn(document).flatMap(({ tags = [] }) => tags));
  document.tags = [...names].map((name) => {
    const description = descriptions[name];
    return { name, ...(description === undefined ? {} : { description }) };
  });
}
