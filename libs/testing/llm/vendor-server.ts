/**
 * A model server that speaks a vendor's own wire format, refuses what the vendor refuses, in the vendor's words, and otherwise
 * answers and goes wrong as it was told to.
 */
import type { ServerResponse } from 'node:http';
import { writeError, writeStream, writeWhole } from './answer-writer';
import { type ChatAnswer, chatAnswerOf } from './chat-answer';
import type { ChatRequest } from './chat-request';
import { isScriptedError, type ScriptedError } from './scripted-reply';
import { type ReceivedRequest, ScriptedServer } from './scripted-server';
import type { StreamedAnswer, Wire } from './wire';

export interface VendorServerOptions {
  /** Asked for when given. */
  apiKey?: string;
  /** Undefined takes any name. */
  models?: readonly string[];
}

/** A chat that the vendor takes, in the words of chat completions, by which scripts are played. */
export interface AskedChat {
  request: ChatRequest;
  streams: boolean;
}

export interface Vendor {
  wire: Wire;
  /** After the origin. */
  basePath?: string;
  /** What was asked, or why the vendor refuses it. */
  read(received: ReceivedRequest, options: VendorServerOptions): AskedChat | ScriptedError;
  whole(asked: AskedChat, answer: ChatAnswer, number: number): string;
  streamed(asked: AskedChat, answer: ChatAnswer, number: number): StreamedAnswer;
}

export class VendorServer extends ScriptedServer<ChatRequest> {
  private constructor(
    private readonly vendor: Vendor,
    private readonly options: VendorServerOptions,
  ) {
    super();
  }

  /** On a free port of this machine. */
  static start(vendor: Vendor, options: VendorServerOptions = {}): Promise<VendorServer> {
    return new VendorServer(vendor, options).listen();
  }

  get baseUrl(): string {
    return `${this.origin}${this.vendor.basePath ?? ''}`;
  }

  /** The calls that came, oldest first. */
  get chats(): ReceivedRequest[] {
    return this.requests;
  }

  protected answer(received: ReceivedRequest, response: ServerResponse): Promise<void> {
    const { vendor } = this;
    const asked = vendor.read(received, this.options);
    if ('status' in asked) return writeError(response, asked, vendor.wire);
    const reply = this.nextReply(asked.request);
    if (isScriptedError(reply)) return writeError(response, reply, vendor.wire);
    const answer = chatAnswerOf(asked.request, reply);
    const number = this.nextNumber();
    if (asked.streams) return writeStream(response, vendor.streamed(asked, answer, number), reply, vendor.wire);
    return writeWhole(response, vendor.whole(asked, answer, number), reply, vendor.wire);
  }
}
