/** The part of an artefact that holds the network. The README of this folder has the format. */

import type { PackedNetwork } from '../network/packed-network';
import { BrokenArtefactError } from './broken-artefact.error';
import type { ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/** The number of hidden units stands before it. */
export function writeNetwork(writer: ByteWriter, network: PackedNetwork): void {
  writer.count(network.inputs);
  writeFloats(writer, network.inputScales);
  writeFloats(writer, network.hiddenBiases);
  writeFloats(writer, network.outputScales);
  writeFloats(writer, network.outputBiases);
  writeLevels(writer, network.inputLevels);
  writeLevels(writer, network.outputLevels);
}

/** @throws BrokenArtefactError */
export function readNetwork(reader: ByteReader, hidden: number, features: number, outputs: number): PackedNetwork {
  const inputs = reader.count();
  if (inputs > features) throw new BrokenArtefactError('its network has more inputs than there are features');
  if (inputs * hidden + hidden * outputs > reader.left) throw new BrokenArtefactError('it ends too early');
  return {
    inputs,
    hidden,
    outputs,
    inputScales: readFloats(reader, inputs),
    hiddenBiases: readFloats(reader, hidden),
    outputScales: readFloats(reader, hidden),
    outputBiases: readFloats(reader, outputs),
    inputLevels: readLevels(reader, inputs * hidden),
    outputLevels: readLevels(reader, hidden * outputs),
  };
}

function writeFloats(writer: ByteWriter, values: Float32Array): void {
  for (const value of values) writer.float32(value);
}

function readFloats(reader: ByteReader, length: number): Float32Array {
  return Float32Array.from({ length }, () => reader.float32());
}

function writeLevels(writer: ByteWriter, levels: Int8Array): void {
  writer.raw(new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength));
}

function readLevels(reader: ByteReader, length: number): Int8Array {
  return Int8Array.from(new Int8Array(reader.raw(length)));
}
