import { ApiProperty } from '@nestjs/swagger';
import { EnumField, ObjectField, TextField } from '#infra/http';

const VERSION = ['2.0'] as const;

/** Of these classes nothing is checked: they are there to be documented. */
const MESSAGE_ID = { oneOf: [{ type: 'string' }, { type: 'integer' }], example: 1 };

/** One message of a client, as OpenAPI tells it; the protocol's own library reads it. */
export class McpRequest {
  @EnumField('The version of JSON-RPC.', VERSION, { name: 'JsonRpcVersion' })
  jsonrpc: '2.0';

  @ApiProperty({
    ...MESSAGE_ID,
    description: 'A text or number by which the answer is known; absent from notifications, which are not answered.',
    required: false,
  })
  id?: string | number;

  @TextField('What is asked.', { example: 'tools/list' })
  method: string;

  @ObjectField('What it is asked with.', { optional: true, example: {} })
  params?: Record<string, unknown>;
}

export class McpAnswer {
  @EnumField('The version of JSON-RPC.', VERSION, { name: 'JsonRpcVersion' })
  jsonrpc: '2.0';

  @ApiProperty({ ...MESSAGE_ID, description: 'That of the request.' })
  id: string | number;

  @ObjectField('What was asked for; absent when it failed.', { optional: true, example: { tools: [] } })
  result?: Record<string, unknown>;

  @ObjectField('Why it failed: `code`, `message`, and sometimes `data`.', {
    optional: true,
    example: { code: -32_601, message: 'Method not found' },
  })
  error?: Record<string, unknown>;
}

/** One message of the server in a stream: progress of the call, and at the end the answer. */
export class McpStreamedMessage {
  @EnumField('The version of JSON-RPC.', VERSION, { name: 'JsonRpcVersion' })
  jsonrpc: '2.0';

  @ApiProperty({ ...MESSAGE_ID, description: 'Of the answer: that of the request.', required: false })
  id?: string | number;

  @TextField('Of a notification: what it tells of.', { optional: true, example: 'notifications/progress' })
  method?: string;

  @ObjectField('Of a notification: what it tells.', { optional: true, example: { progressToken: 1, progress: 2 } })
  params?: Record<string, unknown>;

  @ObjectField('Of the answer: what was asked for; absent when it failed.', { optional: true })
  result?: Record<string, unknown>;

  @ObjectField('Of the answer: why it failed.', { optional: true })
  error?: Record<string, unknown>;
}
