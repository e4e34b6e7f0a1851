/** Half a second of loading: with the first server that is asked for, since most processes never have one. */
export const loadLibrary = () => import('@modelcontextprotocol/client');

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
export type Client = InstanceType<Library['Client']>;
export type Transport = InstanceType<Library['StreamableHTTPClientTransport']>;
/** Which revision a server speaks, and what it said of itself. */
export type Agreement = NonNullable<NonNullable<Parameters<Client['connect']>[1]>['prior']>;
