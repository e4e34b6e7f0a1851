import { Global, Module } from '@nestjs/common';
import { AddressGuard } from '#infra/http-client';
import { McpToolServers } from './adapters/mcp/mcp-tool-servers';
import { ToolServers } from './tool-servers.contract';

/** Tool servers that teams name: MCP over Streamable HTTP, through the address guard. */
@Global()
@Module({
  providers: [
    {
      provide: ToolServers,
      inject: [AddressGuard],
      useFactory: (guard: AddressGuard) => new McpToolServers(guard.fetch),
    },
  ],
  exports: [ToolServers],
})
export class ToolServersModule {}
