export { type FillTar, readTar, type TarEntry, type TarWriter, tarStream, writeTar, writeWhole } from './tar-file';
