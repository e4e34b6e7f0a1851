export { Caller, type Heard, type WireCall } from './call';
export * from './operations';
export { jsonSample, type NamedPlace, type NamedTeam, namedPlaces, sampleCall } from './sample-call';
export { servedDocuments } from './served-documents';
