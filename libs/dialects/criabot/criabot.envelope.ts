import { applyDecorators, HttpCode, Injectable, type Type } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { EnumField, IntegerField, TextField } from '#infra/http';
import { Clock, SECOND_MS } from '#kernel';

/** What every answer of the dialect has; answers with more extend it. */
export class Answer {
  @IntegerField('The HTTP status again.', { example: 200 })
  status: 200;

  @TextField('What was done, for a person.')
  message: string;

  @IntegerField('Unix time in seconds.')
  timestamp: number;

  @EnumField('What was done, for a program.', ['SUCCESS'])
  code: 'SUCCESS';
}

@Injectable()
export class Envelope {
  constructor(private readonly clock: Clock) {}

  done(message: string): Answer {
    const timestamp = Math.floor(this.clock.nowMs() / SECOND_MS);
    return { status: 200, message, timestamp, code: 'SUCCESS' };
  }

  with<Fields extends object>(message: string, fields: Fields): Answer & Fields {
    return { ...this.done(message), ...fields };
  }
}

/** Status 200, whatever the method, and the answer in the documentation. */
export function Tells(type: Type<Answer>): MethodDecorator {
  return applyDecorators(HttpCode(200), ApiOkResponse({ type, description: 'Done.' }));
}
