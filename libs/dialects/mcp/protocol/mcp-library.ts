/** A tenth of a second of loading: with the first message, since most processes never get one. */
export const loadLibrary = () => import('@modelcontextprotocol/server');

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
export type Server = InstanceType<Library['Server']>;
