export * from './docx';
export * from './images';
export * from './pdf';
export * from './zip';
