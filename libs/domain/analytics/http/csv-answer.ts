import { applyDecorators } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type CsvValue, toCsv } from './csv';
import type { FiguresQuery } from './figures.dto';

export const CSV_MEDIA_TYPE = 'text/csv';

/** Documents that the route answers with a table when asked to. */
export function AnswersCsvToo(): MethodDecorator {
  return applyDecorators(ApiProduces('application/json', CSV_MEDIA_TYPE));
}

/** A parameter goes before a header, which browsers send by themselves. */
export function wantsCsv({ format }: FiguresQuery, accept: string | undefined): boolean {
  return format === undefined ? (accept ?? '').toLowerCase().includes(CSV_MEDIA_TYPE) : format === 'csv';
}

/** To be given back by the route. @param name of the file, without its ending */
export function csvAnswer<Row extends object>(
  reply: FastifyReply,
  name: string,
  head: ReadonlyArray<keyof Row & string>,
  rows: readonly Row[],
): string {
  reply.type(`${CSV_MEDIA_TYPE}; charset=utf-8`);
  reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return toCsv(head, rows as ReadonlyArray<Record<string, CsvValue>>);
}
