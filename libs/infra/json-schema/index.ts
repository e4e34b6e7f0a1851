export { JsonSchemas, type SchemaVerdict } from './json-schemas';
export { type JsonSchema, type SchemaLimits, schemaFault } from './schema-check';
