import { NoticeCarrier } from './notice-carrier';

/** With the embedded database this process is alone: there is nobody else to tell. */
export class LoneCarrier extends NoticeCarrier {
  async start(): Promise<void> {}
  async send(): Promise<void> {}
  async stop(): Promise<void> {}
}
