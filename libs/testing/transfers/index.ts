export { ImportsUnderTest, type SaidRow } from './imports-under-test';
