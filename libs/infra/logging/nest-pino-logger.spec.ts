import { Logger } from '@nestjs/common';
import { createLogger } from './create-logger';
import { NestPinoLogger } from './nest-pino-logger';

describe("Nest's logger", () => {
  let lines: Array<Record<string, unknown>>;

  beforeEach(() => {
    lines = [];
    Logger.overrideLogger(
      new NestPinoLogger(createLogger('info', { write: (line) => void lines.push(JSON.parse(line)) })),
    );
  });
  afterEach(() => Logger.overrideLogger(false));

  test('writes text with the name of the class', () => {
    new Logger('Turns').log('Ready.');
    expect(lines).toEqual([expect.objectContaining({ level: 'info', message: 'Ready.', context: 'Turns' })]);
  });

  test('writes the fields of an object into the line', () => {
    new Logger('Turns').warn({ message: 'Late.', messageId: 'm1', err: new Error('slow') });
    expect(lines[0]).toMatchObject({ level: 'warn', message: 'Late.', messageId: 'm1', err: { message: 'slow' } });
  });

  test('takes errors in all the ways Nest gives them', () => {
    const logger = new Logger('Turns');
    logger.error(new Error('first'));
    logger.error('Second.', new Error('cause'));
    logger.error('Third.', 'Error: third\n    at nowhere');
    expect(lines[0]).toMatchObject({ message: 'first', err: { message: 'first' } });
    expect(lines[1]).toMatchObject({ message: 'Second.', err: { message: 'cause' } });
    expect(lines[2]).toMatchObject({ message: 'Third.', stack: expect.stringContaining('third') });
  });

  test('keeps what Nest tells of every module and route for the debug level', () => {
    new Logger('InstanceLoader').log('ChatsModule dependencies initialized');
    new Logger('RouterExplorer').warn('Two routes match.');
    expect(lines.map(({ message }) => message)).toEqual(['Two routes match.']);
  });
});
