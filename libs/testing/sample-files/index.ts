export * from './docx';
export * from './hostile';
export * from './images';
export * from './made-elsewhere';
export * from './office';
export * from './pdf';
export * from './zip';
