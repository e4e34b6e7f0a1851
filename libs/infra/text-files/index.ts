export * from './chunks';
export * from './csv-cells';
export * from './encoding';
export * from './storable';
